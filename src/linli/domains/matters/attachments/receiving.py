"""Receives files no further than they could be taken: what is too large never fills memory or disk.

Named in the settings' FILE_UPLOAD_HANDLERS, before Django's own.
"""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from linli.domains.matters.attachments.limits import MEGABYTE
from linli.domains.matters.attachments.refusals import too_large, too_large_together
from linli.kernel.refusal import Invalid

ONE = 32
"""Megabytes of one file that are ever received: no rule can allow more."""
TOGETHER = 96
"""Megabytes of all files of one form."""


class LeftOut(SimpleUploadedFile):
    """Stands where a file would: why it was not received."""

    def __init__(self, refusal: Invalid) -> None:
        super().__init__("left-out", b"")
        self.refusal = refusal


class Bounded(FileUploadHandler):
    """Lets files pass to the next handler up to a size, and leaves a note in place of larger ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received = self.received_together = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Counts anew."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Passes the chunk on, or drops it."""
        self.received += len(raw_data)
        self.received_together += len(raw_data)
        return None if self._refusal() else raw_data

    def file_complete(self, file_size: int) -> LeftOut | None:
        """The note, or nothing: then the next handler has the file."""
        refusal = self._refusal()
        if refusal is None:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            if hasattr(handler, "file"):  # what came before it was too large
                handler.file.close()
        return LeftOut(refusal)

    def _refusal(self) -> Invalid | None:
        if self.received > ONE * MEGABYTE:
            return too_large(ONE)
        return too_large_together(TOGETHER) if self.received_together > TOGETHER * MEGABYTE else None
