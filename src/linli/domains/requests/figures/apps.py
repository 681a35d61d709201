"""Registers this room with Django."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """The figures corner of the requests room."""

    name = "linli.domains.requests.figures"
    label = "figures"
