"""The log's files are the same for everybody: what middleware says of languages and cookies would split caches."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

ROOF = "/log/"
SPLITTING = ("Vary", "Content-Language")


class PlainMiddleware:
    """Takes those headers off again; stands before the middleware that puts them on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Passes on."""
        response = self.get_response(request)
        if request.path.startswith(ROOF):
            for header in SPLITTING:
                del response[header]
        return response
