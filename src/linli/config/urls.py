"""Addresses: each door under its own roof."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("design/", include("linli.design.urls")),
]
