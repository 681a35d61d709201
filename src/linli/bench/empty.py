"""The least that Django can answer, served as Linli is: what no page can be cheaper than."""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path


def _answer(request: HttpRequest) -> HttpResponse:
    return JsonResponse({})


urlpatterns = [path("", _answer)]
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"])
application = get_wsgi_application()
