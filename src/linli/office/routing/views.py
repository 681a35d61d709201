"""The page of routing: rules with what they would have done, versions side by side, corrections."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.queries import units
from linli.domains.people.rights import require_anywhere
from linli.domains.places.queries import at_path, label
from linli.domains.requests.rights import DISPATCH
from linli.domains.requests.routing.actions import add_rule, choose_version, drafted, end_rule, learn_now
from linli.domains.requests.routing.queries import RuleSeen, overview, try_rule
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.placing import places_for
from linli.office.routing.forms import RuleForm

SET = say("The rule is set. It speaks for requests filed from now on.", "规则已启用，对今后的新诉求生效。")
ENDED = say("The rule has ended.", "规则已停用。")
LEARNING = say(
    "It learns from what was decided here. If that is new and enough, one version more stands here in a minute.",
    "正在从本地的办理结果中学习；有新的、足够的办理结果时，一分钟左右后这里会多出一版。",
)
CHOSEN = say("Version {number} speaks from now on.", "今后由第 {number} 版给出建议。")


@require_http_methods(["GET", "POST"])
@staff_only
def routing(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The page; a rule that is sent is tried over history first, and set when it is sent as tried."""
    require_anywhere(by, DISPATCH)
    form = _form(request, by)
    if request.method == "GET":
        return _page(request, form, by=by)
    if "set" in request.POST:
        done = tried(form, lambda _: add_rule(form.given(), by=by, at=at))
        if done.done:
            messages.success(request, str(SET))
            return redirect("office:routing:list")
        return _page(request, form, by=by, status=done.status)
    over = tried(form, lambda _: try_rule(drafted(form.given(), by=by, at=at), by=by))
    return _page(request, form, by=by, over=over.value, status=over.status)


@require_POST
@staff_only
def end(request: HttpRequest, rule: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Ends a rule."""
    end_rule(rule, by=by, at=at)
    messages.success(request, str(ENDED))
    return redirect("office:routing:list")


@require_POST
@staff_only
def choose(request: HttpRequest, number: int, *, by: Actor, at: datetime) -> HttpResponse:
    """Has another version speak."""
    choose_version(number, by=by, at=at)
    messages.success(request, str(CHOSEN.fill(number=number)))
    return redirect("office:routing:list")


@require_POST
@staff_only
def learn(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Has it learn now."""
    learn_now(by=by)
    messages.success(request, str(LEARNING))
    return redirect("office:routing:list")


def _form(request: HttpRequest, by: Actor) -> RuleForm:
    areas = by.areas(DISPATCH.code)
    found: list[Choice] = [
        (str(unit.id), unit.words) for area in areas for unit in units(covering=area) + units(within=area)
    ]
    choices = list(dict(found).items())
    places = places_for("", by=by, right=DISPATCH) or [(str(at_path(area).id), label(area)) for area in areas]
    return RuleForm(request.POST if request.method == "POST" else None, places=places, units=choices)


def _page(
    request: HttpRequest, form: RuleForm, *, by: Actor, over: RuleSeen | None = None, status: int = 200
) -> HttpResponse:
    given = {"form": form, "seen": overview(by=by), "over": over}
    return render(request, "office/routing/page.html", given, status=status)
