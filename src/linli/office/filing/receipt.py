"""What the desk reads out once: the number and the tracking code, kept in the desk's browser for a few minutes.

The code opens the matter, so it is nowhere in an address or a log; the house itself keeps only its digest. Whoever
signs in next at the same desk is not shown it.
"""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from linli.domains.people.actor import Actor

COOKIE, SALT = "linli_filed", "linli.office.filed"
MINUTES = 10


def hand_over(answer: HttpResponse, request: HttpRequest, *, number: str, code: str, by: Actor) -> None:
    """Lets the next page show them, even after a reload."""
    signed = signing.dumps({"number": number, "code": code, "by": str(by.account)}, salt=SALT)
    answer.set_cookie(
        COOKIE,
        signed,
        max_age=60 * MINUTES,
        path=reverse("office:filed"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def handed(request: HttpRequest, *, by: Actor) -> dict[str, str] | None:
    """Number and code, if the same person filed a report here just now."""
    try:
        told: dict[str, str] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=60 * MINUTES)
    except signing.BadSignature:
        return None
    return told if told["by"] == str(by.account) else None
