"""Addresses of connections, below /office/connections/."""

from django.urls import path

from linli.office.connections import views

app_name = "connections"
urlpatterns = [
    path("", views.connections, name="list"),
    path("orders.xlsx", views.orders, name="orders"),
    path("pushes/<uuid:push>/again/", views.again, name="again"),
]
