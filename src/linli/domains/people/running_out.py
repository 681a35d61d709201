"""Posts that run out by their last day: told some time before, told and entered when they are over, each once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from linli.domains.people.announcing import announce_ended, announce_ending
from linli.domains.people.entering import enter_post
from linli.domains.people.models import Post

SOON = timedelta(days=14)
"""Two weeks: time to appoint anew or to hand everything over while whoever leaves can still be asked."""


@transaction.atomic
def tell_what_runs_out(*, at: datetime) -> tuple[int, int]:
    """Announces posts that end soon and those that are over; how many of each. One that goes on is none of them."""
    untold = Post.objects.select_for_update(of=("self",)).filter(end_told_at=None, account__is_active=True)
    ending = list(untold.filter(ends_soon(at), ending_told_at=None).exclude(_goes_on()))
    over = list(untold.filter(until__lte=at).exclude(_goes_on()))
    announce_ending(ending)
    announce_ended(over)
    _noted(ending).update(ending_told_at=at)
    _noted(over).update(end_told_at=at)
    return len(ending), len(over)


@transaction.atomic
def enter_what_ran_out(*, at: datetime) -> int:
    """Puts the end of each post whose last day has passed on the record, those held on under another one too."""
    unentered = Post.objects.select_for_update(of=("self",)).select_related("place").defer("place__geometry")
    over = list(unentered.filter(until__lte=at, end_entered_at=None).order_by("until", "pk"))
    for post in over:
        enter_post(post, kind="post.ended", path=post.place.path, by=None, at=at)
    _noted(over).update(end_entered_at=at)
    return len(over)


def ends_soon(at: datetime) -> Q:
    """Posts held now or later that end within two weeks."""
    return Q(until__gt=at, until__lte=at + SOON)


def _goes_on() -> Exists:
    """The same post is held on, without a gap."""
    same = {name: OuterRef(name) for name in ("account", "organisation", "role", "place")}
    later = Post.objects.filter(**same, since__lte=OuterRef("until"))
    return Exists(later.filter(Q(until=None) | Q(until__gt=OuterRef("until"))))


def _noted(posts: list[Post]) -> QuerySet[Post]:
    return Post.objects.filter(pk__in=[post.pk for post in posts])
