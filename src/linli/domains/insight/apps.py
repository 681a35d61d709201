"""Registers this room with Django."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """The insight room."""

    name = "linli.domains.insight"
    label = "insight"
