"""Addresses of the checking page, below /check/."""

from django.urls import path

from linli.portal.checking import views

app_name = "checking"
urlpatterns = [
    path("", views.page, name="page"),
    path("alone.html", views.alone, name="alone"),
]
