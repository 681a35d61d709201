"""The demo's 浙政钉: its page where a code is scanned, here by choosing who scans it, and its open platform."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from linli.demo.people import STAFF
from linli.demo.zhezhengding_server import ZhezhengdingServer


@cache
def server() -> ZhezhengdingServer:
    """The platform's side, as long as this process lives."""
    return ZhezhengdingServer(settings.ZHEZHENGDING_KEY, settings.ZHEZHENGDING_SECRET)


@csrf_exempt  # a machine calls, and signs what it says
@require_http_methods(["GET", "POST"])
def gateway(request: HttpRequest, path: str) -> HttpResponse:
    """Answers as the platform would."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    whole = f"/{path}?{request.GET.urlencode()}" if request.method == "GET" else f"/{path}"
    status, reply = server().answer(str(request.method), whole, headers, request.body)
    return HttpResponse(reply, status=status, content_type="application/json")


@never_cache
@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest) -> HttpResponse:
    """Who scans? Whoever is chosen is sent back with a code, as after a scan; nowhere but to this house."""
    back, state = request.GET.get("redirect_uri", ""), request.GET.get("state", "")
    if not back.startswith(f"{settings.BASE_URL}/office/") or request.GET.get("client_id") != settings.ZHEZHENGDING_APP:
        return HttpResponseBadRequest()
    who = request.POST.get("who", "")
    if request.method == "POST" and who in {staff.username for staff in STAFF}:
        code = uuid4().hex
        server().scanned[code] = who
        return HttpResponseRedirect(f"{back}?{urlencode({'code': code, 'state': state})}")
    return render(request, "portal/demo/scan.html", {"staff": STAFF})
