"""What may be asked about requests beyond what every matter answers."""

from linli.domains.requests.confiding import may_contact, may_open_words
from linli.domains.requests.queries.calling import Attempted, Call, attempts, calls
from linli.domains.requests.queries.hidden import hiding_of, moments_for_neighbours, title_for_neighbours
from linli.domains.requests.queries.shown import RequestView, lead_of, request_view
from linli.domains.requests.queries.taken_back import was_taken_back

__all__ = [
    "Attempted",
    "Call",
    "RequestView",
    "attempts",
    "calls",
    "hiding_of",
    "lead_of",
    "may_contact",
    "may_open_words",
    "moments_for_neighbours",
    "request_view",
    "title_for_neighbours",
    "was_taken_back",
]
