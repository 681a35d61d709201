"""Registers this room with Django."""

from django.apps import AppConfig


class LetterboxConfig(AppConfig):
    """The letterbox corner of the requests room."""

    name = "linli.domains.requests.letterbox"
    label = "letterbox"
