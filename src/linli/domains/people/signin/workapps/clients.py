"""What each work app is asked: where to send the browser, and who stands behind the code it brings back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

from django.conf import settings

from linli.domains.people.signin.workapps.asking import exchange, text_in
from linli.domains.people.signin.workapps.refusals import not_believed, not_here
from linli.domains.people.signin.workapps.vocabulary import WorkApp
from linli.domains.people.signin.workapps.zhezhengding import Zhezhengding


class Client(Protocol):
    """One organisation's app."""

    def way_out(self, *, back: str, state: str) -> str:
        """The address that asks who it is."""

    def user_of(self, code: str) -> str:
        """Who stands behind this code; refuses one that is unknown, used, or of a stranger."""


@dataclass(frozen=True, slots=True)
class Wecom:
    """企业微信: "网页授权登录", interface auth/getuserinfo."""

    url: str
    corp: str
    agent: str
    secret: str = field(repr=False)

    def way_out(self, *, back: str, state: str) -> str:
        """WeChat's own authorisation page, silent within the app."""
        asked = {"appid": self.corp, "redirect_uri": back, "response_type": "code", "scope": "snsapi_base"}
        query = urlencode(asked | {"state": state, "agentid": self.agent})
        return f"https://open.weixin.qq.com/connect/oauth2/authorize?{query}#wechat_redirect"

    def user_of(self, code: str) -> str:
        """The member's user id; somebody outside the organisation has none."""
        asked = {"corpid": self.corp, "corpsecret": self.secret}
        token = text_in(_good(exchange("GET", f"{self.url}/cgi-bin/gettoken", params=asked)), "access_token")
        given = {"access_token": token, "code": code}
        return text_in(_good(exchange("GET", f"{self.url}/cgi-bin/auth/getuserinfo", params=given)), "userid")


@dataclass(frozen=True, slots=True)
class Dingtalk:
    """钉钉: OAuth 2.0 "登录第三方网站", userAccessToken and contact/users/me."""

    url: str
    key: str
    secret: str = field(repr=False)

    def way_out(self, *, back: str, state: str) -> str:
        """DingTalk's own sign-in page, silent within the app."""
        asked = {"client_id": self.key, "redirect_uri": back, "response_type": "code", "scope": "openid"}
        return f"https://login.dingtalk.com/oauth2/auth?{urlencode(asked | {'state': state, 'prompt': 'consent'})}"

    def user_of(self, code: str) -> str:
        """The user's union id."""
        given = {"clientId": self.key, "clientSecret": self.secret, "code": code, "grantType": "authorization_code"}
        token = text_in(exchange("POST", f"{self.url}/v1.0/oauth2/userAccessToken", json=given), "accessToken")
        headers = {"x-acs-dingtalk-access-token": token}
        return text_in(exchange("GET", f"{self.url}/v1.0/contact/users/me", headers=headers), "unionId")


def client_of(app: WorkApp, *, inside: bool = False) -> Client:
    """The app as the settings name it, or its own browser's door; refuses one that is not connected."""
    if inside:
        return _inside(app)
    if app == WorkApp.WECOM and settings.WECOM_SECRET:
        return Wecom(settings.WECOM_URL, settings.WECOM_CORP, settings.WECOM_AGENT, settings.WECOM_SECRET)
    if app == WorkApp.DINGTALK and settings.DINGTALK_SECRET:
        return Dingtalk(settings.DINGTALK_URL, settings.DINGTALK_KEY, settings.DINGTALK_SECRET)
    if app == WorkApp.ZHEZHENGDING and settings.ZHEZHENGDING_SECRET:
        return _zhezhengding(settings.ZHEZHENGDING_KEY, settings.ZHEZHENGDING_SECRET)
    raise not_here()


def connected() -> list[WorkApp]:
    """The apps that are connected here."""
    secrets = {
        WorkApp.WECOM: settings.WECOM_SECRET,
        WorkApp.DINGTALK: settings.DINGTALK_SECRET,
        WorkApp.ZHEZHENGDING: settings.ZHEZHENGDING_SECRET,
    }
    return [app for app, secret in secrets.items() if secret]


def _inside(app: WorkApp) -> Client:
    """Only one app needs a page of its own within; the others are silent there by themselves."""
    if app != WorkApp.ZHEZHENGDING or not (settings.ZHEZHENGDING_SECRET and settings.ZHEZHENGDING_JSAPI):
        raise not_here()
    key, secret = settings.ZHEZHENGDING_INSIDE_KEY, settings.ZHEZHENGDING_INSIDE_SECRET
    return _zhezhengding(key or settings.ZHEZHENGDING_KEY, secret or settings.ZHEZHENGDING_SECRET, inside=True)


def _zhezhengding(key: str, secret: str, *, inside: bool = False) -> Zhezhengding:
    return Zhezhengding(
        settings.ZHEZHENGDING_URL, settings.ZHEZHENGDING_LOGIN, settings.ZHEZHENGDING_APP, key, secret, inside
    )


def _good(said: dict[str, Any]) -> dict[str, Any]:
    if said.get("errcode") != 0:
        raise not_believed()
    return said
