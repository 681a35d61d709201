"""One sheet, one report: the form's own secret, by which pressing twice files once and reads out the same code."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest

from linli.domains.people.actor import Actor
from linli.domains.people.tokens.repeating import answer_once
from linli.domains.requests.actions import Reported

LONGEST = 64


def sheet_of(request: HttpRequest) -> str:
    """The sheet this form was sent with, or a new one."""
    return _sent(request) or secrets.token_urlsafe(32)


def once_from(request: HttpRequest, *, by: Actor, at: datetime, act: Callable[[], Reported]) -> tuple[str, str]:
    """Number and code of what is filed, or was filed before from the same sheet with the same words."""

    def told() -> str:
        done = act()
        return json.dumps([done.matter.number, done.tracking_code])

    sheet = _sent(request)
    number, code = json.loads(
        answer_once(sheet, _written(request, by), asked=b"", at=at, act=told) if sheet else told()
    )
    return number, code


def _sent(request: HttpRequest) -> str:
    sheet = request.POST.get("sheet", "")
    return sheet if len(sheet) <= LONGEST else ""


def _written(request: HttpRequest, by: Actor) -> str:
    """A digest of what stands on the sheet: changed, it is another report."""
    fields = {name: values for name, values in sorted(request.POST.lists()) if name != "csrfmiddlewaretoken"}
    files = [f"{file.name} {file.size}" for file in request.FILES.getlist("files")]
    return sha256(json.dumps([str(by.account), fields, files]).encode()).hexdigest()
