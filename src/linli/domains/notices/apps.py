"""Registers this room with Django, and its kinds and hooks with matters."""

from importlib import import_module

from django.apps import AppConfig

HOOKS = ("kinds", "letters", "actions.drafting", "actions.publishing", "actions.replying")


class NoticesConfig(AppConfig):
    """The notices room."""

    name = "linli.domains.notices"
    label = "notices"

    def ready(self) -> None:
        """Loads what registers itself."""
        for hook in HOOKS:
            import_module(f"{self.name}.{hook}")
