"""The community a browser chose last: remembered in a cookie, so that nobody chooses twice; no account needed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

COOKIE = "linli_place"
YEAR = 365 * 24 * 60 * 60


def chosen_community(request: HttpRequest) -> str:
    """Its path, as the cookie says; check that there is such a community."""
    return request.COOKIES.get(COOKIE, "")


def remember_community(request: HttpRequest, response: HttpResponse, path: str) -> None:
    """Remembers it for a year."""
    response.set_cookie(COOKIE, path, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
