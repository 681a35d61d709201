"""Registers this room with Django."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """The delivery room."""

    name = "linli.domains.delivery"
    label = "delivery"
