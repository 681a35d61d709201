"""Addresses of units, below /office/units/."""

from django.urls import path

from linli.office.units import founding, listing, one

app_name = "units"
urlpatterns = [
    path("", listing.units, name="list"),
    path("new/", founding.new, name="new"),
    path("<uuid:unit>/", one.one, name="one"),
    path("<uuid:unit>/name/", founding.rename, name="rename"),
    path("<uuid:unit>/close/", one.close, name="close"),
]
