"""The last step of a first sign-in: a password of one's own in place of the temporary one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from linli.domains.people.signin.actions import Awaited, choose_password, staff_account, visit_of
from linli.kernel.refusal import Refusal
from linli.office.signin.forms import NewPasswordForm, blame
from linli.office.signin.steps import awaited, come_in


@require_http_methods(["GET", "POST"])
@awaited(proven=True)
def new_password(request: HttpRequest, *, whose: Awaited) -> HttpResponse:
    """Takes the new password, and signs in."""
    account = staff_account(whose.account)
    form = NewPasswordForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                choose_password(account, form.cleaned_data["password"], visit=visit_of(request), at=timezone.now())
                return come_in(request, whose)
            except Refusal as refusal:
                status = blame(form, refusal)
    given = {"form": form, "username": account.username}
    return render(request, "office/signin/new_password.html", given, status=status)
