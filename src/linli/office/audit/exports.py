"""Who asks to take many requests away, to be decided; who took which away as a file: never what stood in them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.rights import AUDIT_READ
from linli.domains.requests.figures.approving import asked_of_auditors, decide
from linli.domains.requests.figures.exporting import taken_away
from linli.kernel.refusal import Invalid
from linli.kernel.words import say
from linli.office.audit.asked import Asked, chosen, frame
from linli.office.doing import refused
from linli.office.door import staff_only
from linli.office.paging import identifier, moment, older, read_key

GRANTED = say("Approved; they can take it once.", "已批准，可导出一次。")
CHOOSE = say("Choose whether you approve it.", "请选择批准或不批准。")
REFUSED = say("Not approved; they read why.", "未批准，对方会看到理由。")


@require_GET
@staff_only
def exports(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest files first, of one account or up to one day where asked."""
    asked = Asked.read(request)
    lines, more = taken_away(by=by, account=asked.account, since=asked.since, until=asked.until, before=_key(request))
    around = frame(asked, here=request.path, by=by)
    given = {
        **around,
        "asks": asked_of_auditors(by=by, at=at),
        "lines": lines,
        "names": chosen(around["accounts"]),
        "older": older(asked.given, lines[-1].at, lines[-1].id, more=more) if lines else "",
    }
    return render(request, "office/audit/exports.html", given)


@require_POST
@staff_only
def decide_on(request: HttpRequest, ask: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Lets somebody take many requests away, or not; what was refused is said, and nothing is lost but a sentence."""
    require_everywhere(by, AUDIT_READ)
    given = request.POST
    if given.get("decision") not in ("grant", "refuse"):
        raise Invalid(CHOOSE)
    granted = given["decision"] == "grant"
    if refusal := refused(lambda: decide(ask, granted=granted, why=given.get("why", ""), by=by, at=at)):
        if refusal.status in (403, 404):
            raise refusal
        messages.error(request, str(refusal.sentence))
    else:
        messages.success(request, str(GRANTED if granted else REFUSED))
    return redirect("office:audit:exports")


def _key(request: HttpRequest) -> tuple[datetime, UUID] | None:
    key = read_key(request.GET, parts=2)
    return (moment(key[0]), identifier(key[1])) if key else None
