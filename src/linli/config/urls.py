"""Addresses: each door under its own roof."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("linli.api.urls")),
    path("log/", include("linli.api.log.urls")),
    path("open311/v2/", include("linli.api.open311.urls")),
    path("design/", include("linli.design.urls")),
    path("", include("linli.portal.urls")),
    path("office/", include("linli.office.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("linli.demo.urls")))

handler400 = "linli.design.refusals.bad_request"
handler403 = "linli.design.refusals.permission_denied"
handler404 = "linli.design.refusals.not_found"
handler500 = "linli.design.refusals.server_error"
