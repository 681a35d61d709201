"""Addresses of roles, below /office/roles/."""

from django.urls import path

from linli.office.roles import changing, listing

app_name = "roles"
urlpatterns = [
    path("", listing.roles, name="list"),
    path("new/", changing.new, name="new"),
    path("<slug:code>/", changing.one, name="one"),
]
