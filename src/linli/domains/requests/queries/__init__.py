"""What may be asked about requests beyond what every matter answers."""

from linli.domains.requests.confiding import may_contact, may_open_words
from linli.domains.requests.queries.calling import Attempted, Call, attempts, calls
from linli.domains.requests.queries.shown import RequestView, lead_of, request_view
from linli.domains.requests.queries.taken_back import was_taken_back

__all__ = [
    "Attempted",
    "Call",
    "RequestView",
    "attempts",
    "calls",
    "lead_of",
    "may_contact",
    "may_open_words",
    "request_view",
    "was_taken_back",
]
