"""Registers this room with Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The jobs room."""

    name = "linli.kernel.jobs"
    label = "jobs"
