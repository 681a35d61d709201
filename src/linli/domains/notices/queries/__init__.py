"""What may be asked about notices: what is out, by anyone; drafts, by whoever may read them."""

from linli.domains.notices.queries.calendar import DisclosureSeen, disclosures, overdue
from linli.domains.notices.queries.drafts import DraftSeen, count_meant, drafts_of, places_of_published, see_draft
from linli.domains.notices.queries.published import (
    Page,
    PublishedNotice,
    get_published,
    list_published,
    newest_for,
    published_document,
)
from linli.domains.notices.queries.rebuttals import Rebutted, rebutted
from linli.domains.notices.queries.replies import Answered, ReplyRate, answered_on, own_replies, reply_rate

__all__ = [
    "Answered",
    "DisclosureSeen",
    "DraftSeen",
    "Page",
    "PublishedNotice",
    "Rebutted",
    "ReplyRate",
    "answered_on",
    "count_meant",
    "disclosures",
    "drafts_of",
    "get_published",
    "list_published",
    "newest_for",
    "overdue",
    "own_replies",
    "places_of_published",
    "published_document",
    "rebutted",
    "reply_rate",
    "see_draft",
]
