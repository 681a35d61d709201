"""Registers the staff's sign-in pages with Django, so that their words are found."""

from django.apps import AppConfig


class OfficeSignInConfig(AppConfig):
    """The staff's sign-in pages."""

    name = "linli.office.signin"
    label = "office_signin"
