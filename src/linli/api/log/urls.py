"""Addresses of the public record, as its format lays them down."""

from __future__ import annotations

from django.urls import URLPattern, path

from linli.api.log import files

app_name = "log"

urlpatterns: list[URLPattern] = [
    path("", files.logs, name="logs"),
    path("<str:name>/checkpoint", files.checkpoint, name="checkpoint"),
    path("<str:name>/keys", files.keys, name="keys"),
    path("<str:name>/proof/<int:index>", files.proof, name="proof"),
    path("<str:name>/<path:tile>", files.tile, name="tile"),
]
