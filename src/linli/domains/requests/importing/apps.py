"""Registers this room with Django."""

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """The importing corner of the requests room."""

    name = "linli.domains.requests.importing"
    label = "importing"
