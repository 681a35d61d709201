"""Addresses of the first page."""

from django.urls import path

from linli.portal.today import views

app_name = "today"
urlpatterns = [path("", views.today, name="page")]
