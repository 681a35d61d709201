"""What the desk reads out once: the number and the tracking code, kept in the desk's browser for a few minutes.

The code opens the matter, so it is nowhere in an address or a log; the house itself keeps only its digest.
"""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

COOKIE, SALT = "linli_filed", "linli.office.filed"
MINUTES = 10


def hand_over(answer: HttpResponse, request: HttpRequest, *, number: str, code: str) -> None:
    """Lets the next page show them, even after a reload."""
    signed = signing.dumps({"number": number, "code": code}, salt=SALT)
    answer.set_cookie(
        COOKIE,
        signed,
        max_age=60 * MINUTES,
        path=reverse("office:filed"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def handed(request: HttpRequest) -> dict[str, str] | None:
    """Number and code, if a report was filed here just now."""
    try:
        told: dict[str, str] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=60 * MINUTES)
    except signing.BadSignature:
        return None
    return told
