"""The page of one file: columns and words chosen, tried dry, started, watched while it runs, mended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from linli.design.sending import send_file
from linli.domains.people.actor import Actor
from linli.domains.requests.importing.actions import Dry, try_dry
from linli.domains.requests.importing.queries import fallen_rows
from linli.domains.requests.importing.returning import write_fallen
from linli.domains.requests.importing.starting import start
from linli.domains.requests.importing.uploading import Sent, ground_of, let_go, looked_at, teach, upload
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.figures.taking import WORKBOOK
from linli.office.importing import shown

SHOWN = 50
STARTED = say("It runs in the background. You may leave this page.", "正在后台导入，可以离开本页。")
GONE = say("The file was destroyed. What was brought in stays.", "文件已销毁，已导入的诉求不受影响。")


@require_http_methods(["GET", "POST"])
@staff_only
def one(request: HttpRequest, sent: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The file as it stands; what is sent is kept, and the file tried dry with it."""
    file = upload(sent, by=by)
    if file.started_at or file.erased_at:
        return _watch(request, file)
    if request.method == "GET":
        return _ask(request, file, by=by, at=at)
    try:
        _taught(request, file, by=by, at=at)
        with looked_at(file, by=by, at=at) as (_, looked):
            tried = try_dry(looked, place=ground_of(file), at=at)
    except Refusal as refusal:
        return _ask(request, file, by=by, at=at, refused=refusal.sentence, status=refusal.status)
    return _ask(request, file, by=by, at=at, tried=tried)


@require_POST
@staff_only
def start_it(request: HttpRequest, sent: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Brings it in as it was tried last."""
    file = upload(sent, by=by)
    try:
        start(file, at=at)
    except Refusal as refusal:
        messages.error(request, str(refusal.sentence))
    else:
        messages.success(request, str(STARTED))
    return redirect("office:importing:one", sent)


@require_POST
@staff_only
def let_it_go(request: HttpRequest, sent: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Destroys the file."""
    let_go(upload(sent, by=by), at=at)
    messages.success(request, str(GONE))
    return redirect("office:importing:list")


@require_POST
@staff_only
def mend(request: HttpRequest, sent: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The rows that fell out or would, with what to mend on their cells."""
    file = upload(sent, by=by)
    content = BytesIO()
    with looked_at(file, by=by, at=at) as (_, looked):
        tried = (
            fallen_rows(file.brought_id) if file.brought_id else try_dry(looked, place=ground_of(file), at=at).fallen
        )
        write_fallen(content, looked.sheet, tried)
    return send_file(content.getvalue(), mime=WORKBOOK, name="linli-mend.xlsx")


def _taught(request: HttpRequest, file: Sent, *, by: Actor, at: datetime) -> None:
    with looked_at(file, by=by, at=at) as (_, looked):
        teach(file, looked, shown.taught(request.POST, looked))


def _ask(
    request: HttpRequest,
    file: Sent,
    *,
    by: Actor,
    at: datetime,
    tried: Dry | None = None,
    refused: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    with looked_at(file, by=by, at=at) as (_, looked):
        given = {
            "file": file,
            "looked": looked,
            "columns": shown.columns(looked),
            **shown.options(),
            "refused": refused or (Words(file.en, file.zh) if file.en else None),
            **(_tried(tried, file) if tried else {}),
        }
    return render(request, "office/importing/one.html", given, status=status)


def _tried(tried: Dry, file: Sent) -> Mapping[str, Any]:
    return {
        "tried": tried,
        "counts": shown.counts(tried.counts),
        "words": shown.words(tried),
        "places": shown.places(ground_of(file)),
        "fallen": tried.fallen[:SHOWN],
    }


def _watch(request: HttpRequest, file: Sent) -> HttpResponse:
    brought = file.brought
    running = file.erased_at is None and (brought is None or brought.stage == "running")
    fallen = fallen_rows(brought.pk) if brought and not running else []
    given = {
        "file": file,
        "brought": brought,
        "running": running,
        "done": min(100, 100 * brought.position // max(brought.total, 1)) if brought else 0,
        "counts": shown.counts(brought.counts) if brought else [],
        "fallen": fallen[:SHOWN],
        "all_fallen": len(fallen),
    }
    return render(request, "office/importing/watch.html", given)
