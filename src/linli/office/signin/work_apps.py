"""Out to a work app and back: signing in by it, binding it, letting go of it."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.signin.actions import destination, visit_of
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.middleware import actor_of
from linli.domains.people.signin.workapps.actions import come_back, set_out, unbind
from linli.domains.people.signin.workapps.clients import connected
from linli.domains.people.signin.workapps.refusals import not_here
from linli.domains.people.signin.workapps.vocabulary import WorkApp
from linli.kernel.refusal import NotAllowed, Refusal
from linli.kernel.words import say
from linli.office.signin.steps import HOME

CODES = ("code", "authCode", "auth_code")
"""What the apps call it."""
MINE = "/office/sign-in/mine/"
BOUND = say("Bound. From now on you can sign in from there.", "已绑定，今后可以从该应用登录。")
UNBOUND = say("Unbound. Nobody signs in from there any more.", "已解绑，不能再从该应用登录。")


@never_cache
@require_GET
def enter(request: HttpRequest, app: str) -> HttpResponse:
    """Sends the browser to the app's own sign-in."""
    return _out(request, app, onward=destination(request, home=HOME), binds=None)


@never_cache
@require_GET
def inside(request: HttpRequest, app: str) -> HttpResponse:
    """Within the app: a page with the app's own script, the only one from elsewhere, that asks it for a code."""
    to, onward = _connected(app), destination(request, home=HOME)
    way = set_out(request, to, back=_back(to), onward=onward, binds=None, at=timezone.now(), inside=True)
    script = settings.ZHEZHENGDING_JSAPI
    answer = render(request, "office/signin/inside.html", {"way": way, "script": script})
    return cast("HttpResponse", csp_update({"script-src": [SELF, script]})(lambda _: answer)(request))


@never_cache
@require_GET
@signed_in
def bind(request: HttpRequest, app: str, *, account: UUID) -> HttpResponse:
    """The same, to bind whoever stands there to this account."""
    try:
        return _out(request, app, onward=MINE, binds=account)
    except NotAllowed as refusal:
        messages.error(request, str(refusal.sentence))
        return redirect("office:signin:mine")


@never_cache
@require_GET
def back(request: HttpRequest, app: str) -> HttpResponse:
    """The app brought the browser back with a code; what is refused is said at the door."""
    code = next((request.GET[name] for name in CODES if request.GET.get(name)), "")
    state = request.GET.get("state", "")
    came_from, account = _connected(app), actor_of(request).account
    try:
        onward, bound = come_back(
            request,
            came_from,
            code=code,
            state=state,
            account=account,
            visit=visit_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.sentence))
        return redirect("office:signin:mine" if account else "office:signin:password")
    if bound:
        messages.success(request, str(BOUND))
    return HttpResponseRedirect(onward)


@require_POST
@signed_in
def release(request: HttpRequest, app: str, *, account: UUID) -> HttpResponse:
    """Lets go of the app."""
    if unbind(_named(app), account=account, visit=visit_of(request), at=timezone.now()):
        messages.success(request, str(UNBOUND))
    return redirect("office:signin:mine")


def _out(request: HttpRequest, app: str, *, onward: str, binds: UUID | None) -> HttpResponse:
    to = _connected(app)
    return HttpResponseRedirect(set_out(request, to, back=_back(to), onward=onward, binds=binds, at=timezone.now()))


def _back(app: WorkApp) -> str:
    return f"{settings.BASE_URL}{reverse('office:signin:app_back', args=[app.value])}"


def _connected(app: str) -> WorkApp:
    """The app of this name, where it is connected; of any other there is no such page."""
    if app not in connected():
        raise not_here()
    return WorkApp(app)


def _named(app: str) -> WorkApp:
    if app not in WorkApp.codes():
        raise not_here()
    return WorkApp(app)
