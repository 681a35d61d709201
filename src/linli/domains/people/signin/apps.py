"""Registers this room with Django."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    """The sign-in corner of the people room."""

    name = "linli.domains.people.signin"
    label = "signin"
