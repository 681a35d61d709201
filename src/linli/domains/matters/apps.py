"""Registers this room with Django, and its letters with delivery."""

from importlib import import_module

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """The matters room."""

    name = "linli.domains.matters"
    label = "matters"

    def ready(self) -> None:
        """Loads what registers itself; jobs and what is listened to are found by themselves."""
        import_module(f"{self.name}.letters")
