"""My name and number: sealed until I ask to see them; what I change replaces what was kept."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import lazystr
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.actions import OwnContact, change_contact, open_own_contact
from linli.domains.people.actor import Actor
from linli.domains.people.queries import reach
from linli.kernel.refusal import Invalid, NotAllowed
from linli.kernel.words import say
from linli.portal.door import residents
from linli.portal.sent import sent

NO_PERSON = say(
    "This account belongs to an office, not to a person. Its contact is kept in the office.",
    "这是工作账号，没有个人信息。请在办公端查看。",
)
KEPT = say("Kept, sealed.", "已加密保存。")


class ContactForm(forms.Form):
    """What may be changed here; the phone number is one's key and changes at the desk."""

    name = forms.CharField(
        required=False,
        max_length=64,
        label=lazystr(say("What shall we call you?", "怎么称呼你？")),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        required=False,
        max_length=254,
        label=lazystr(say("E-mail", "电子邮箱")),
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@residents
def contact(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What is kept, without opening it, and a form to replace it."""
    if by.person is None:
        raise NotAllowed(NO_PERSON)
    form = ContactForm(sent(request))
    if request.method == "GET":
        return _shown(request, form, by=by)
    if not form.is_valid():
        return _shown(request, form, by=by, status=422)
    try:
        change_contact(person=by.person, by=by, at=at, **form.cleaned_data)
    except Invalid as refusal:
        for name, sentence in refusal.fields.items():
            form.add_error(name if name in form.fields else None, str(sentence))
        return _shown(request, form, by=by, status=refusal.status)
    messages.success(request, str(KEPT))
    return HttpResponseRedirect(reverse("portal:mine:contact"))


@sensitive_variables("opened")
@require_POST
@residents
def reveal(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Shows once what is kept; the opening is logged."""
    opened = open_own_contact(by=by, at=at)
    return _shown(request, ContactForm(initial={"name": opened.name, "email": opened.email}), by=by, opened=opened)


def _shown(
    request: HttpRequest, form: ContactForm, *, by: Actor, opened: OwnContact | None = None, status: int = 200
) -> HttpResponse:
    known = reach([by.person]).get(by.person) if by.person else None
    return render(request, "portal/mine/contact.html", {"known": known, "opened": opened, "form": form}, status=status)
