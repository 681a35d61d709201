"""Registers this room with Django."""

from django.apps import AppConfig


class TokensConfig(AppConfig):
    """The tokens corner of the people room."""

    name = "linli.domains.people.tokens"
    label = "tokens"
