"""The list of those who work here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.design.shapes import Link
from linli.domains.people.actor import Actor
from linli.domains.people.queries import roles
from linli.domains.people.queries.directory import Standing, directory
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.paging import identifier, older, read_key


@require_GET
@staff_only
def people(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """One page of accounts with their posts, by name."""
    asked = request.GET
    words, role, standing = " ".join(asked.get("q", "").split())[:60], asked.get("role", ""), asked.get("standing", "")
    known = roles()
    page = directory(
        by=by,
        at=at,
        words=words,
        role=role if role in {each.code for each in known} else "",
        standing=Standing(standing) if standing in Standing.codes() else None,
        after=_after(asked),
    )
    given = {
        "q": words,
        "role": role,
        "standing": standing,
        "roles": known,
        "chips": _chips(asked, standing),
        "rows": page.rows,
        "places": labels(post.area for row in page.rows for post in row.posts),
        "older": older(asked.dict(), page.after) if page.after else "",
        "narrowed": bool(words or role or standing),
    }
    return render(request, "office/people/list.html", given)


def _after(asked: QueryDict) -> UUID | None:
    key = read_key(asked, parts=1)
    return identifier(key[0]) if key else None


def _chips(asked: QueryDict, standing: str) -> Sequence[Link]:
    kept = {name: asked[name] for name in ("q", "role") if asked.get(name)}
    return [
        Link(href=f"?{urlencode(kept)}", words=say("All", "全部"), current=not standing),
        *(
            Link(href=f"?{urlencode(kept | {'standing': each.value})}", words=each.words, current=each == standing)
            for each in Standing
        ),
    ]
