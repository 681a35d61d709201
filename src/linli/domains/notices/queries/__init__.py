"""What may be asked about notices: what is out, by anyone; drafts, by whoever may read them."""

from linli.domains.notices.queries.drafts import DraftSeen, count_meant, drafts_of, places_of_published, see_draft
from linli.domains.notices.queries.published import (
    Page,
    PublishedNotice,
    get_published,
    list_published,
    newest_for,
    published_document,
)

__all__ = [
    "DraftSeen",
    "Page",
    "PublishedNotice",
    "count_meant",
    "drafts_of",
    "get_published",
    "list_published",
    "newest_for",
    "places_of_published",
    "published_document",
    "see_draft",
]
