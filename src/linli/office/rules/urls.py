"""Addresses of rules, below /office/rules/."""

from django.urls import path

from linli.office.rules import reading, trying

app_name = "rules"
urlpatterns = [
    path("", reading.rules, name="list"),
    path("try/", trying.what_if, name="try"),
    path("<str:key>/", reading.versions, name="one"),
]
