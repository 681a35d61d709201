"""Addresses of tokens, below /office/tokens/."""

from django.urls import path

from linli.office.tokens import views

app_name = "tokens"
urlpatterns = [
    path("", views.listed, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:token>/revoke/", views.revoke, name="revoke"),
]
