"""What people tell the rooms above."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from linli.domains.people.models import Post
from linli.kernel.events import announce, announce_many

POST_ENDED = "post.ended"
"""Someone left a post: whatever lies with them needs another hand."""
POST_ENDING = "post.ending"
"""A post runs out soon by its last day: it can still be given anew, or what lies there handed over."""
PERSON_ERASED = "person.erased"
"""A person's data was destroyed: what other rooms still know of them goes too."""


def announce_ended(posts: Iterable[Post]) -> None:
    """Payload: post, account, organisation, role."""
    announce_many(POST_ENDED, [(post.pk, _told(post)) for post in posts])


def announce_ending(posts: Iterable[Post]) -> None:
    """Payload: post, account, organisation, role."""
    announce_many(POST_ENDING, [(post.pk, _told(post)) for post in posts])


def announce_erased(person: UUID) -> None:
    """Payload: person."""
    announce(PERSON_ERASED, id=person, payload={"person": person})


def _told(post: Post) -> dict[str, str | UUID]:
    return {"post": post.pk, "account": post.account_id, "organisation": post.organisation_id, "role": post.role_id}
