"""Opening files of one's own matter, one by one or before and after together: logged like every opening."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from linli.design.sending import send_file
from linli.domains.matters.attachments import open_attachment, open_compared
from linli.domains.matters.queries import get_own
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose
from linli.portal.door import everyone
from linli.portal.track.page import shown


@require_POST
@everyone
def compare(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page with the photos from before and after the work side by side."""
    matter = get_own(number, by=by)
    compared = open_compared(matter, by=by, purpose=Purpose.OWN_COPY, at=at, staff=False)
    return shown(request, matter, by=by, at=at, compared=compared)


@require_POST
@everyone
def file(request: HttpRequest, number: str, file: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The file: a picture or recording in the browser, a document to be saved."""
    get_own(number, by=by)
    opened = open_attachment(file, by=by, purpose=Purpose.OWN_COPY, at=at)
    return send_file(opened.content, mime=opened.mime, name=opened.name)
