"""Addresses only a demonstration has: what was sent, and the stand-ins it is connected to."""

from django.urls import path

from linli.demo import city_door, sms_door, wechat_door, zhezhengding_door

app_name = "demo"
urlpatterns = [
    path("outbox/", sms_door.shown, name="outbox"),
    path("sms-gateway", sms_door.gateway, name="sms_gateway"),
    path("wechat/", wechat_door.chat, name="wechat"),
    path("wechat-server/<path:path>", wechat_door.gateway, name="wechat_server"),
    path("city/", city_door.desk, name="city"),
    path("city-server/<path:path>", city_door.gateway, name="city_server"),
    path("zhezhengding/oauth2/auth.htm", zhezhengding_door.scan, name="scan"),
    path("zhezhengding/<path:path>", zhezhengding_door.gateway, name="zhezhengding_server"),
]
