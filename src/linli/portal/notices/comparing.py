"""A notice beside the one it corrects: what was taken out, what was put in."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.design.differing import differing
from linli.domains.notices.queries import get_published
from linli.domains.people.actor import Actor
from linli.portal.door import everyone


@require_safe
@everyone
def compare(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Both side by side; a notice that corrects nothing has nothing to be compared with."""
    later = get_published(number)
    if not later.corrects:
        return HttpResponseRedirect(reverse("portal:notices:one", args=[later.number]))
    earlier = get_published(later.corrects)
    titles, bodies = differing(earlier.title, later.title), differing(earlier.body, later.body)
    sides = [(earlier, titles[0], bodies[0]), (later, titles[1], bodies[1])]
    return render(request, "portal/notices/compare.html", {"later": later, "sides": sides})
