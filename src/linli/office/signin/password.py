"""The first step: username and password."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.signin.actions import await_second_factor, check_password, destination, visit_of
from linli.domains.people.signin.middleware import actor_of
from linli.domains.people.signin.queries import factors_of
from linli.domains.people.signin.workapps.clients import connected
from linli.kernel.refusal import Refusal
from linli.office.signin.forms import PasswordForm, blame
from linli.office.signin.steps import HOME


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Takes name and password; what follows depends on the second factors set up."""
    onward = destination(request, home=HOME)
    if actor_of(request).posts:
        return redirect(onward)
    form = PasswordForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _next_step(request, form, onward)
            except Refusal as refusal:
                status = blame(form, refusal)
    given = {"form": form, "next": onward, "demo": settings.DEMO, "work_apps": connected()}
    return render(request, "office/signin/password.html", given, status=status)


def _next_step(request: HttpRequest, form: PasswordForm, onward: str) -> HttpResponse:
    now, typed = timezone.now(), form.cleaned_data
    account = check_password(typed["username"], typed["password"], visit=visit_of(request), at=now)
    await_second_factor(request, account, onward=onward, at=now)
    return redirect("office:signin:second" if factors_of(account.id).enrolled else "office:signin:enrol")
