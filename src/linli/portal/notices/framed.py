"""The newest notices as a small page that other sites may put in a frame; it knows nobody and takes nothing in."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from linli.domains.notices.queries import newest_for
from linli.portal.frame import frame_of

MOST = 5


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@cache_control(public=True, max_age=300)
def framed(request: HttpRequest) -> HttpResponse:
    """`?in=PATH` narrows it to a community; every link opens outside the frame."""
    ground = frame_of(request).ground
    community = ground.community(request.GET.get("in", ""))
    given = {
        "place": community or ground.top,
        "rows": newest_for(community.path if community else "", size=MOST),
    }
    return render(request, "portal/notices/framed.html", given)
