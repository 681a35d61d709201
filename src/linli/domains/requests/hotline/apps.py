"""Registers this room with Django."""

from django.apps import AppConfig


class HotlineConfig(AppConfig):
    """The hotline's corner of the requests room."""

    name = "linli.domains.requests.hotline"
    label = "hotline"
