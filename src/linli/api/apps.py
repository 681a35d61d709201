"""Registers this room with Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The api room."""

    name = "linli.api"
    label = "api"
