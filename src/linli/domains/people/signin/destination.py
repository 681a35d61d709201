"""Where to go after signing in: an address of our own, or the door's start page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

NEXT = "next"


def destination(request: HttpRequest, *, home: str) -> str:
    """The `next` a form or link carries, if it leads into this very site; never anywhere else."""
    asked = request.POST.get(NEXT) or request.GET.get(NEXT) or home
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else home


def with_next(address: str, asked: str) -> str:
    """`address` carrying on where to go afterwards."""
    return f"{address}?{urlencode({NEXT: asked})}"
