"""Registers this room with Django."""

from django.apps import AppConfig


class BlanksConfig(AppConfig):
    """The paper forms' corner of the requests room."""

    name = "linli.domains.requests.blanks"
    label = "blanks"
