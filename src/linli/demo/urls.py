"""Addresses only a demonstration has: what was sent, and the gateway it went through."""

from django.urls import path

from linli.demo import sms_door

app_name = "demo"
urlpatterns = [
    path("outbox/", sms_door.shown, name="outbox"),
    path("sms-gateway", sms_door.gateway, name="sms_gateway"),
]
