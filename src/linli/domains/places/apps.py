"""Registers this room with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The places room."""

    name = "linli.domains.places"
    label = "places"
