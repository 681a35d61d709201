"""Registers this room with Django."""

from django.apps import AppConfig


class WordingConfig(AppConfig):
    """The wordings corner of the requests room."""

    name = "linli.domains.requests.wording"
    label = "wording"
