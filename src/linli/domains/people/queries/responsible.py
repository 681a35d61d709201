"""Who is responsible somewhere: every post over a place or something above it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from linli.domains.people.models import Post
from linli.domains.people.queries.posts import PostSeen, post_seen
from linli.domains.places.paths import ancestors


def responsible_at(path: str, *, at: datetime) -> list[PostSeen]:
    """Posts held now over this place, the nearest first; staff by name, residents in a post without. One statement."""
    held = Post.objects.filter(Q(until=None) | Q(until__gt=at), place__path__in=ancestors(path), since__lte=at)
    joined = held.filter(account__is_active=True).select_related("account", "organisation", "role", "place")
    found = [post_seen(post) for post in joined.defer("place__geometry").order_by("since", "pk")]
    return sorted(found, key=lambda post: -post.area.count("."))
