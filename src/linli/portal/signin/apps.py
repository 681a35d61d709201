"""Registers the residents' sign-in pages with Django, so that their words are found."""

from django.apps import AppConfig


class PortalSignInConfig(AppConfig):
    """The residents' sign-in pages."""

    name = "linli.portal.signin"
    label = "portal_signin"
