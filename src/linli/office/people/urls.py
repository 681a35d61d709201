"""Addresses of people and posts, below /office/people/."""

from django.urls import path

from linli.office.people import appointing, listing, one, opening

app_name = "people"
urlpatterns = [
    path("", listing.people, name="list"),
    path("new/", opening.new, name="new"),
    path("<uuid:whose>/", one.one, name="one"),
    path("<uuid:whose>/appoint/", appointing.appointing, name="appoint"),
    path("<uuid:whose>/posts/<uuid:post>/end/", one.end, name="end"),
    path("<uuid:whose>/close/", one.close, name="close"),
    path("<uuid:whose>/reopen/", one.reopen, name="reopen"),
    path("<uuid:whose>/password/", opening.password, name="password"),
]
