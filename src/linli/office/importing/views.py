"""The list of imports, sending a file, and taking a whole import back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.matters.attachments.receiving import LeftOut
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.places.queries import get
from linli.domains.requests.importing.starting import start_undoing
from linli.domains.requests.importing.uploading import Sent, receive
from linli.domains.requests.importing.uploading import imports as all_imports
from linli.domains.requests.rights import IMPORT
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.importing.forms import FileForm
from linli.office.placing import places_for

UNDOING = say(
    "It is being taken back. Its requests leave lists, search and figures, and stay on the record.",
    "正在撤销。这些诉求将不再出现在列表、搜索和统计里，存证记录仍保留。",
)


@require_http_methods(["GET", "POST"])
@staff_only
def imports(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What was brought in and what waits; a file that is sent is looked at first, and leads to its own page."""
    require_anywhere(by, IMPORT)
    places = places_for("", by=by, right=IMPORT)
    if request.method == "GET":
        return _page(request, FileForm(places=places), by=by)
    form = FileForm(request.POST, request.FILES, places=places)
    sent = tried(form, lambda given: _received(given["file"], UUID(given["place"]), by=by, at=at))
    if sent.value is None:
        return _page(request, form, by=by, status=sent.status)
    return redirect("office:importing:one", sent.value.pk)


@require_POST
@staff_only
def undo(request: HttpRequest, brought: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes the whole of it back, in the background."""
    try:
        start_undoing(brought, reason=request.POST.get("reason", ""), by=by)
    except Refusal as refusal:
        if refusal.status in (403, 404):
            raise
        messages.error(request, str(refusal.sentence))
    else:
        messages.success(request, str(UNDOING))
    return redirect("office:importing:list")


def _received(file: object, place: UUID, *, by: Actor, at: datetime) -> Sent:
    if isinstance(file, LeftOut):
        raise file.refusal
    return receive(file.chunks(), name=str(file.name), place=get(place), by=by, at=at)  # type: ignore[attr-defined]


def _page(request: HttpRequest, form: FileForm, *, by: Actor, status: int = 200) -> HttpResponse:
    done, waiting = all_imports(by=by)
    given = {"form": form, "done": done, "waiting": waiting}
    return render(request, "office/importing/list.html", given, status=status)
