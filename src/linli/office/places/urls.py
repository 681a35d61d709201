"""Addresses of places, below /office/places/."""

from django.urls import path

from linli.office.places import changing, finding, one, outlining

app_name = "places"
urlpatterns = [
    path("", finding.places, name="list"),
    path("pick/", finding.pick, name="pick"),
    path("<uuid:place>/", one.one, name="one"),
    path("<uuid:place>/add/", changing.add, name="add"),
    path("<uuid:place>/name/", changing.rename, name="rename"),
    path("<uuid:place>/outline/", outlining.outline, name="outline"),
    path("<uuid:place>/retire/", one.retire, name="retire"),
]
