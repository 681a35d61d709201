"""Registers this room with Django."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """The matters room."""

    name = "linli.domains.matters"
    label = "matters"
