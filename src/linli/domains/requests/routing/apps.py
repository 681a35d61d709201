"""Registers this room with Django."""

from django.apps import AppConfig


class RoutingConfig(AppConfig):
    """The routing corner of the requests room."""

    name = "linli.domains.requests.routing"
    label = "routing"
