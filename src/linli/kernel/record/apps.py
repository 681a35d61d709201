"""Registers this room with Django."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The record room."""

    name = "linli.kernel.record"
    label = "record"
