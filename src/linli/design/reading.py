"""Large print: remembered in a cookie, so it works without an account and without scripts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

SIZE_COOKIE = "linli_size"
SIZES = frozenset({"24", "30"})
"""Base sizes of large print in pixels; anything else is the usual size."""
YEAR = 365 * 24 * 60 * 60


@require_POST
def reading_size(request: HttpRequest) -> HttpResponse:
    """Remember `size` and go back to `next`, which must be an address of ours."""
    there = request.POST.get("next", "/")
    ours = url_has_allowed_host_and_scheme(there, allowed_hosts=None)
    answer = HttpResponseRedirect(there if ours else "/")
    if request.POST.get("size") in SIZES:
        answer.set_cookie(
            SIZE_COOKIE, request.POST["size"], max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        answer.delete_cookie(SIZE_COOKIE, samesite="Lax")
    return answer
