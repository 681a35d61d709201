"""A call of the city's machine: believed when its signature is right, then heard, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from linli.domains.matters.models import Matter
from linli.domains.requests.hotline.hearing import CITY_12345, hear
from linli.domains.requests.hotline.models import Line
from linli.domains.requests.hotline.reading import read_order
from linli.domains.requests.hotline.refusals import unreadable
from linli.domains.requests.hotline.signing import check_signed
from linli.domains.requests.hotline.vocabulary import Heard
from linli.domains.requests.hotline.wire import wire
from linli.kernel.refusal import Refusal


def take_call(*, method: str, path: str, headers: Mapping[str, str], body: bytes, at: datetime) -> tuple[Heard, Matter]:
    """What the call brought; raises the Refusal of one that is forged, late, repeated or unreadable."""
    try:
        return _take(method=method, path=path, headers=headers, body=body, at=at)
    except Refusal:
        Line.objects.update_or_create(pk=CITY_12345, defaults={"refused_at": at})
        raise


@transaction.atomic
def _take(*, method: str, path: str, headers: Mapping[str, str], body: bytes, at: datetime) -> tuple[Heard, Matter]:
    by = wire()
    check_signed(by.signing, method=method, path=path, headers=headers, body=body, at=at)
    return hear(read_order(_json(body, by.order.number), by, now=at), at=at)


def _json(body: bytes, field: str) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise unreadable(field) from error
