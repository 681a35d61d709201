"""Registers this room with Django."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The office room."""

    name = "linli.office"
    label = "office"
