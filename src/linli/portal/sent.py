"""What a form was sent with."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict


def sent(request: HttpRequest) -> QueryDict | None:
    """The form's values, even none of them; None where the page is only read, so that nothing is blamed yet."""
    return request.POST if request.method == "POST" else None
