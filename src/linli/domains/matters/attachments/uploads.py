"""From what arrives to what is kept: looked into by content, within the rule's size, cleaned or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from linli.domains.matters.act import NewFile
from linli.domains.matters.attachments.documents import clean
from linli.domains.matters.attachments.limits import MEGABYTE, Limits, limits_of
from linli.domains.matters.attachments.receiving import LeftOut
from linli.domains.matters.attachments.refusals import broken, empty, high_efficiency, no_photo, not_taken, too_large
from linli.domains.matters.attachments.sniffing import kind_of_file, looks_like, sniff
from linli.domains.matters.attachments.sounds import CLEANERS
from linli.domains.matters.engine.refusals import too_many_files
from linli.kernel.refusal import Refusal

PICTURES = ("image/jpeg", "image/png", "image/webp")
OTHERS: dict[str, Callable[[bytes], bytes]] = {"application/pdf": clean, **CLEANERS}


def read_upload(upload: UploadedFile[Any], *, kind: str, at: datetime, staff_only: bool = False) -> NewFile:
    """What is kept of an uploaded file for a matter of this kind ("request"); raises Invalid, with a sentence.

    Needs no database. Decoding takes up to half a second: call it before the transaction of the act.
    """
    return _read(upload, limits_of(kind, at=at), staff_only=staff_only)


def read_uploads(
    uploads: Sequence[UploadedFile[Any]], *, kind: str, at: datetime, staff_only: bool = False, shows: str = ""
) -> list[NewFile]:
    """The same for all files of a form; refuses too many before it opens the first. What `shows` work is a photo."""
    if not uploads:
        return []
    limits = limits_of(kind, at=at)
    if len(uploads) > limits.count:
        raise too_many_files(limits.count)
    files = [replace(_read(upload, limits, staff_only=staff_only), shows=shows) for upload in uploads]
    if shows and not all(file.thumbnail for file in files):
        raise no_photo()
    return files


def _read(upload: UploadedFile[Any], limits: Limits, *, staff_only: bool) -> NewFile:
    if isinstance(upload, LeftOut):
        raise upload.refusal
    if (upload.size or 0) > limits.largest * MEGABYTE:
        raise too_large(limits.largest)
    content = b"".join(upload.chunks())
    mime = _type_of(content)
    most = limits.megabytes[kind_of_file(mime)]
    if len(content) > most * MEGABYTE:
        raise too_large(most)
    try:
        return _cleaned(content, mime, staff_only=staff_only)
    except Refusal:
        raise
    except Exception as error:  # whatever a hostile file makes a reader raise, the answer is the same
        raise broken() from error


def _cleaned(content: bytes, mime: str, *, staff_only: bool) -> NewFile:
    if mime not in PICTURES:
        return NewFile(mime=mime, content=OTHERS[mime](content), staff_only=staff_only)
    from linli.domains.matters.attachments.pictures import MIME, redraw  # noqa: PLC0415 - 9 MB until the first photo

    picture = redraw(content)
    return NewFile(
        mime=MIME,
        content=picture.content,
        thumbnail=picture.thumbnail,
        width=picture.width,
        height=picture.height,
        staff_only=staff_only,
    )


def _type_of(content: bytes) -> str:
    if not content:
        raise empty()
    mime = sniff(content)
    if mime == "image/heic":
        raise high_efficiency()
    if not mime:
        raise not_taken(looks_like(content))
    return mime
