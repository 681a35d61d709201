"""Registers this room with Django."""

from django.apps import AppConfig


class WechatConfig(AppConfig):
    """The official account's corner of delivery."""

    name = "linli.domains.delivery.wechat"
    label = "wechat"
