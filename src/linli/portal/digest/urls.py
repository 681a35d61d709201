"""Addresses of opinion digests, below /digest/."""

from django.urls import path

from linli.portal.digest import views

app_name = "digest"
urlpatterns = [
    path("", views.newest, name="newest"),
    path("<uuid:digest>/", views.one, name="one"),
]
