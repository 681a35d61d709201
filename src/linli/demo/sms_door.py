"""The demo's two doors to its outbox: the stand-in gateway's, and a page that shows what arrived."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from linli.demo import outbox
from linli.demo.sms_gateway import Account, answer


@csrf_exempt  # a machine calls, and signs what it says
@require_POST
def gateway(request: HttpRequest) -> HttpResponse:
    """Answers as the SMS service would."""
    account = Account(settings.SMS_KEY, settings.SMS_SECRET, settings.SMS_APP, settings.SMS_SIGN)
    headers = {name.lower(): value for name, value in request.headers.items()}
    reply = answer(account, headers=headers, body=request.body, at=timezone.now())
    return HttpResponse(json.dumps(reply, ensure_ascii=False), content_type="application/json")


@never_cache
def shown(request: HttpRequest) -> HttpResponse:
    """What the people of the demo received, newest first."""
    return render(request, "portal/signin/outbox.html", {"messages_sent": outbox.newest()})
