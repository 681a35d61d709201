"""Registers this room with Django."""

from django.apps import AppConfig


class ReachConfig(AppConfig):
    """Delivery's corner for what goes to every household."""

    name = "linli.domains.delivery.reach"
    label = "reach"
