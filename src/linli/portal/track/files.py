"""Opening a file of one's own matter: logged like every opening."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from linli.design.sending import send_file
from linli.domains.matters.attachments import open_attachment
from linli.domains.matters.queries import get_own
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose
from linli.portal.door import everyone


@require_POST
@everyone
def file(request: HttpRequest, number: str, file: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The file: a picture or recording in the browser, a document to be saved."""
    get_own(number, by=by)
    opened = open_attachment(file, by=by, purpose=Purpose.OWN_COPY, at=at)
    return send_file(opened.content, mime=opened.mime, name=opened.name)
