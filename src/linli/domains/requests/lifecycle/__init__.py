"""The lives of a request, its assignments and the asks beside it: tables, read from top to bottom."""

from linli.domains.requests.lifecycle.assignment import ASSIGNMENT
from linli.domains.requests.lifecycle.exclusion import EXCLUSION
from linli.domains.requests.lifecycle.flag import FLAG
from linli.domains.requests.lifecycle.hiding import HIDING
from linli.domains.requests.lifecycle.report_in import REPORT_IN
from linli.domains.requests.lifecycle.request import REQUEST
from linli.domains.requests.lifecycle.whistle import WHISTLE

__all__ = ["ASSIGNMENT", "EXCLUSION", "FLAG", "HIDING", "REPORT_IN", "REQUEST", "WHISTLE"]
