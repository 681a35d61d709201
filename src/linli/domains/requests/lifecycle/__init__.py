"""The lives of a request, its assignments and its exclusions: tables, read from top to bottom."""

from linli.domains.requests.lifecycle.assignment import ASSIGNMENT
from linli.domains.requests.lifecycle.exclusion import EXCLUSION
from linli.domains.requests.lifecycle.request import REQUEST

__all__ = ["ASSIGNMENT", "EXCLUSION", "REQUEST"]
