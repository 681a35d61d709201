"""Receipts of acts: what one wrote is promised by the log's own signature, in the answer's header `Linli-Receipt`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest
from django.utils import timezone

from linli.kernel.record import noting_entries, receipts

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
