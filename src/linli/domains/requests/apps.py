"""Registers this room with Django."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """The requests room."""

    name = "linli.domains.requests"
    label = "requests"
