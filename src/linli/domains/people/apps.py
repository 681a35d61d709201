"""Registers this room with Django."""

from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people room."""

    name = "linli.domains.people"
    label = "people"

    def ready(self) -> None:
        """Declares this room's rights before any role is read."""
        for rights in ("linli.domains.people.rights", "linli.domains.people.signin.rights"):
            import_module(rights)
