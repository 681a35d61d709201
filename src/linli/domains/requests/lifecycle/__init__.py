"""The life of a request and of its assignments: two tables, read from top to bottom."""

from linli.domains.requests.lifecycle.assignment import ASSIGNMENT
from linli.domains.requests.lifecycle.request import REQUEST

__all__ = ["ASSIGNMENT", "REQUEST"]
