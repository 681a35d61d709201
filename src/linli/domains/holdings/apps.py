"""Registers this room with Django."""

from importlib import import_module

from django.apps import AppConfig


class HoldingsConfig(AppConfig):
    """The holdings room."""

    name = "linli.domains.holdings"
    label = "holdings"

    def ready(self) -> None:
        """Declares this room's rights before any role is read."""
        import_module("linli.domains.holdings.rights")
