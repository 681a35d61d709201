"""The city hotline's own door: signed calls in the city's own format, so it stands beside the described operations."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from linli.domains.requests.hotline.calls import take_call
from linli.domains.requests.hotline.wire import put, wire
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words


@csrf_exempt  # a machine calls, and signs what it says
@require_POST
def orders(request: HttpRequest) -> JsonResponse:
    """Takes one order in; answers as the city expects, with a sentence that says what it was or what to mend."""
    try:
        heard, matter = take_call(
            method="POST",
            path=request.get_full_path(),
            headers=request.headers,
            body=request.body,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _told(None, refusal.sentence, status=refusal.status)
    return _told(matter.number, heard.words, status=200)


def _told(number: str | None, sentence: Words, *, status: int) -> JsonResponse:
    answers = wire().answers
    told: dict[str, Any] = {}
    put(told, answers.code, answers.done[0] if number else answers.refused)
    put(told, answers.sentence, str(sentence))
    if number:
        put(told, "data.number", number)
    return JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})
