"""Addresses of routing, below /office/routing/."""

from django.urls import path

from linli.office.routing import views

app_name = "routing"
urlpatterns = [
    path("", views.routing, name="list"),
    path("rules/<uuid:rule>/end/", views.end, name="end"),
    path("learn/", views.learn, name="learn"),
    path("versions/<int:number>/choose/", views.choose, name="choose"),
]
