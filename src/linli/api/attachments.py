"""Files over the machines' door: sent with a message, listed by the act they came with, opened for a purpose."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router, Schema, Status, UploadedFile
from pydantic import BaseModel

from linli.api.problems import READING, WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.tokens import ACT, READ, caller
from linli.api.words import Line
from linli.design.sending import send_file
from linli.domains.matters import queries as matters
from linli.domains.matters.attachments import attach, open_attachment, read_uploads
from linli.domains.matters.engine.refusals import unknown
from linli.kernel.lifecycle import FreeText
from linli.kernel.vault import Purpose

PATH = "/{number}/attachments"
KEEPING = {**WRITING, 410: None}
OPENING = {**READING, 410: None}
CONTENT = {"description": "The file", "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}


class AttachmentOut(BaseModel):
    """One file; `act` is the moment it came with. Opening it, or its thumbnail, is logged for the resident to read."""

    id: UUID
    act: UUID
    kind: str
    mime: str
    size: int
    width: int | None
    height: int | None
    at: datetime
    by_opener: bool
    shows: str
    has_thumbnail: bool
    erased: bool


class MessageIn(Schema):
    """Words to go with the files; may stay empty."""

    text: FreeText = ""


def add_attachments(router: Router, kind: str) -> None:
    """Adds the operations on files of one kind of matter."""
    _add_sending(router, kind)
    _add_listing(router, kind)
    _add_opening(router, kind)


def _add_sending(router: Router, kind: str) -> None:
    @router.post(
        PATH,
        auth=ACT,
        response={201: list[AttachmentOut], **KEEPING},
        operation_id=f"{kind}_attach",
        openapi_extra=REPEATABLE,
    )
    @repeatable
    def send(
        request: HttpRequest, number: Line, files: File[list[UploadedFile]], message: Form[MessageIn]
    ) -> Status[list[dict[str, Any]]]:
        """Sends photos, PDFs or voice recordings with a message; what each is, its content alone decides."""
        by, now = caller(request), timezone.now()
        matter = matters.get_by_number(number, by=by)
        attach(matter.pk, read_uploads(files, kind=kind, at=now), by=by, at=now, text=message.text)
        return Status(201, _listed(matter))


def _add_listing(router: Router, kind: str) -> None:
    @router.get(PATH, auth=READ, response={200: list[AttachmentOut], **READING}, operation_id=f"{kind}_attachments")
    def list_all(request: HttpRequest, number: Line) -> list[dict[str, Any]]:
        """The files of one matter and its parts, oldest first."""
        return _listed(matters.get_by_number(number, by=caller(request)))


def _add_opening(router: Router, kind: str) -> None:
    @router.get(
        f"{PATH}/{{file}}",
        auth=READ,
        response=OPENING,
        operation_id=f"{kind}_attachment",
        openapi_extra={"responses": {200: CONTENT}},
    )
    def read(
        request: HttpRequest, number: Line, file: UUID, purpose: Purpose = Purpose.RESOLVE, thumbnail: bool = False
    ) -> HttpResponse:
        """The file itself, or a photo's thumbnail, for a stated purpose."""
        by = caller(request)
        matter = matters.get_by_number(number, by=by)
        if not any(file == each["id"] for each in _listed(matter)):
            raise unknown()
        opened = open_attachment(file, by=by, purpose=purpose, at=timezone.now(), thumbnail=thumbnail)
        return send_file(opened.content, mime=opened.mime, name=opened.name)


def _listed(matter: matters.Matter) -> list[dict[str, Any]]:
    found = matters.files_of(matter, staff=True)
    return [{"act": act, **vars(file)} for act, files in found.items() for file in files]
