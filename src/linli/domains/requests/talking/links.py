"""Handing over to the portal: a link that opens one matter for half an hour."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing

from linli.domains.matters.models import Matter

SALT = "linli.talking.link"
LASTS = 30 * 60
"""Seconds."""


def link_to(matter: UUID) -> str:
    """The address that opens it."""
    return f"{settings.BASE_URL}/track/link/{signing.dumps(matter.hex, salt=SALT)}/"


def linked(signed: str) -> tuple[UUID, str] | None:
    """The matter and its number; None where the link is forged, too old, or its matter was forgotten."""
    try:
        matter = UUID(signing.loads(signed, salt=SALT, max_age=LASTS))
    except signing.BadSignature:
        return None
    found = Matter.objects.filter(pk=matter, opener__isnull=False).values_list("pk", "number").first()
    return (found[0], found[1]) if found else None
