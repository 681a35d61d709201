"""Registers this room with Django."""

from django.apps import AppConfig


class WorkAppsConfig(AppConfig):
    """The work apps' corner of sign-in."""

    name = "linli.domains.people.signin.workapps"
    label = "workapps"
