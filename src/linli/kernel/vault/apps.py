"""Registers this room with Django."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """The vault room."""

    name = "linli.kernel.vault"
    label = "vault"
