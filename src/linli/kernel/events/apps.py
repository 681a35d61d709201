"""Registers this room with Django."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The events room."""

    name = "linli.kernel.events"
    label = "events"
