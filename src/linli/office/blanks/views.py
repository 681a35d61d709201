"""The page from which forms and posters are printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from linli.design.sending import send_file
from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR, require_anywhere
from linli.domains.requests.blanks.actions import print_forms, print_poster
from linli.office.blanks.forms import PrintForm
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.filing.places import places_for


@require_http_methods(["GET", "POST"])
@staff_only
def printing(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The page; what is sent is printed. As words are typed, htmx asks for the places alone."""
    require_anywhere(by, ACT_FOR)
    asked = request.GET if request.method == "GET" else request.POST
    found = places_for(asked.get("where", ""), by=by)
    if request.method == "GET" or "find" in request.POST:
        form = PrintForm(initial={"copies": PrintForm.base_fields["copies"].initial} | asked.dict(), found=found)
        template = "places_found.html" if request.headers.get("HX-Request") else "blanks/page.html"
        return render(request, f"office/{template}", {"form": form})
    form = PrintForm(request.POST, found=found)
    poster = "poster" in request.POST
    done = tried(form, lambda given: _printed(given, poster=poster, by=by, at=at))
    if done.value is None:
        return render(request, "office/blanks/page.html", {"form": form}, status=done.status)
    return send_file(done.value, mime="application/pdf", name="poster.pdf" if poster else "forms.pdf")


def _printed(given: Mapping[str, Any], *, poster: bool, by: Actor, at: datetime) -> bytes:
    place = UUID(given["place"])
    link = f"{settings.BASE_URL}{reverse('portal:report:what')}?at={place}"
    language = "zh" if (get_language() or "zh").startswith("zh") else "en"
    if poster:
        return print_poster(place, link=link, by=by, language=language, at=at)
    return print_forms(place, copies=given["copies"], link=link, by=by, language=language, at=at)
