"""The lives of a dispute, of each party to it and of each promise: tables, read from top to bottom."""

from linli.domains.requests.disputes.lifecycle.disputant import DISPUTANT
from linli.domains.requests.disputes.lifecycle.dispute import DISPUTE
from linli.domains.requests.disputes.lifecycle.promise import PROMISE

__all__ = ["DISPUTANT", "DISPUTE", "PROMISE"]
