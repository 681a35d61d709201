"""The residents' door: its rooms under one roof."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("linli.portal.today.urls")),
    path("report/", include("linli.portal.report.urls")),
    path("track/", include("linli.portal.track.urls")),
    path("disputes/", include("linli.portal.disputes.urls")),
    path("neighbours/", include("linli.portal.neighbours.urls")),
    path("notices/", include("linli.portal.notices.urls")),
    path("digest/", include("linli.portal.digest.urls")),
    path("check/", include("linli.portal.checking.urls")),
    path("mine/", include("linli.portal.mine.urls")),
    path("sign-in/", include("linli.portal.signin.urls")),
]
