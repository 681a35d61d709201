"""Files that go along with an act: what may be sent with it, and reading what was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest

from linli.domains.matters.attachments import read_uploads
from linli.domains.matters.engine import NewFile
from linli.domains.matters.kinds import kind_of
from linli.kernel.lifecycle import Transition

FIELD = "files"
ICONS = {"picture": "image", "sound": "mic", "document": "file-text"}


def takes_files(kind: str, transition: type[Transition]) -> bool:
    """Whether something can be added to show what the words of this act say."""
    return bool(kind_of(kind).files and transition.sealed_fields())


def sent_files(request: HttpRequest, *, kind: str, at: datetime) -> Sequence[NewFile]:
    """What was sent, looked into and cleaned; refuses with a sentence. Takes time: call it before anything locks."""
    return read_uploads(request.FILES.getlist(FIELD), kind=kind, at=at)
