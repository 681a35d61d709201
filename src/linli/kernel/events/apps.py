"""Registers this room with Django, and has every room of the house say what it wants to hear."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class EventsConfig(AppConfig):
    """The events room."""

    name = "linli.kernel.events"
    label = "events"

    def ready(self) -> None:
        """Import each room's `events.py`, where its subscribers stand."""
        for room in apps.get_app_configs():
            if room.name.startswith("linli.") and room.module and module_has_submodule(room.module, "events"):
                import_module(f"{room.name}.events")
