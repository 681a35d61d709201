"""Registers this room with Django."""

from django.apps import AppConfig


class AbsencesConfig(AppConfig):
    """The absences corner of the people room."""

    name = "linli.domains.people.absences"
    label = "absences"
