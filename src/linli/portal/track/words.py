"""Showing one's original words: opened from the vault for this page alone, and logged like every opening."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from linli.domains.matters.opening_texts import open_text
from linli.domains.matters.proving_texts import prove_text
from linli.domains.matters.queries import get_own
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose
from linli.portal.door import everyone
from linli.portal.track.page import shown
from linli.portal.track.steps import Said


@require_POST
@everyone
def original(request: HttpRequest, number: str, text: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The words as they were written, in place of the masked ones."""
    matter = get_own(number, by=by)
    words = open_text(text, by=by, purpose=Purpose.OWN_COPY, at=at)
    if request.headers.get("HX-Request"):
        said = Said(id=text, text=words, masked=False, original=True)
        return render(request, "portal/track/said.html", {"said": said, "matter": matter})
    return shown(request, matter, by=by, at=at, opened={text: words})


@require_POST
@everyone
def proof(request: HttpRequest, number: str, text: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The words with salt and proof, as a file that its owner can show to anybody."""
    matter = get_own(number, by=by)
    answer = HttpResponse(prove_text(text, by=by, at=at), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{matter.number}-proof.json"'
    return answer
