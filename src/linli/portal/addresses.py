"""Where the pages of matters are."""

from __future__ import annotations

from django.urls import reverse


def own_address(number: str) -> str:
    """The page of one's own matter."""
    return reverse("portal:track:page", args=[number])


def shared_address(number: str) -> str:
    """The page that neighbours see of a shared matter."""
    return reverse("portal:neighbours:one", args=[number])
