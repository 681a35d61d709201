"""Registers this room with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people room."""

    name = "linli.domains.people"
    label = "people"
