"""Registers this room with Django, and what it notes of requests."""

from importlib import import_module

from django.apps import AppConfig


class HotlineConfig(AppConfig):
    """The hotline's corner of the requests room."""

    name = "linli.domains.requests.hotline"
    label = "hotline"

    def ready(self) -> None:
        """Loads what registers itself."""
        for part in ("listing", "noting"):
            import_module(f"{self.name}.{part}")
