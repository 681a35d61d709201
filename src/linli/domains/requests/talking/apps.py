"""Registers this room with Django."""

from django.apps import AppConfig


class TalkingConfig(AppConfig):
    """The conversations' corner of the requests room."""

    name = "linli.domains.requests.talking"
    label = "talking"
