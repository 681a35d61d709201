"""Receipts in answers: what an act wrote is promised by the log's own signature, in the header `Linli-Receipt`."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI

from linli.kernel.record import noting_entries, receipts

HEADER = "Linli-Receipt"
_ON_REQUEST = "receipts"

Result = TypeVar("Result")


def promised(request: HttpRequest, act: Callable[[], Result]) -> Result:
    """What the act answers; the entries it wrote are promised in the answer's header."""
    with noting_entries() as entries:
        result = act()
    promise(request, receipts(entries, at=timezone.now()))
    return result


def promise(request: HttpRequest, signed: list[str]) -> None:
    """Send these receipts with the answer to this request."""
    vars(request)[_ON_REQUEST] = signed


def promises(request: HttpRequest) -> list[str]:
    """The receipts that go with the answer."""
    signed: list[str] = vars(request).get(_ON_REQUEST, [])
    return signed


class Api(NinjaAPI):
    """Answers with their receipts: each a signed note in base64, several behind commas."""

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The answer, with the header where something was written."""
        response = super().create_response(request, *args, **kwargs)
        if signed := promises(request):
            response[HEADER] = ", ".join(b64encode(each.encode()).decode() for each in signed)
        return response
