"""Registers this room with Django."""

from django.apps import AppConfig


class HoldingsConfig(AppConfig):
    """The holdings room."""

    name = "linli.domains.holdings"
    label = "holdings"
