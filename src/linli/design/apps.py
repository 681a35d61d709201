"""Registers this room with Django."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The design room."""

    name = "linli.design"
    label = "design"
