"""Saving filters under a name, and letting them go."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from linli.domains.matters.saved_filters import forget_filter, save_filter
from linli.domains.people.actor import Actor
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.worklist.views import PAGE
from linli.office.worklist.wanted import Wanted


@require_POST
@staff_only
def save(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Keeps the filters that were on, cleaned of anything that is not one."""
    wanted = Wanted.read(QueryDict(request.POST.get("asked", "").removeprefix("?")), by=by)
    saved = save_filter(PAGE, name=request.POST.get("name", ""), asked=wanted.address(), by=by, at=at)
    messages.success(request, str(say("Saved as “{name}”.", "已保存为“{name}”。", name=saved.name)))
    return HttpResponseRedirect(reverse("office:worklist") + saved.asked)


@require_POST
@staff_only
def forget(request: HttpRequest, saved: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Lets a saved filter go."""
    forget_filter(saved, by=by)
    return HttpResponseRedirect(reverse("office:worklist"))
