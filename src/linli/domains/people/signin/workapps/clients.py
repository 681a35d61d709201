"""What each work app is asked: where to send the browser, and who stands behind the code it brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

from django.conf import settings

from linli.domains.people.signin.workapps.refusals import away, not_believed, not_here
from linli.domains.people.signin.workapps.vocabulary import WorkApp

PATIENCE = 5.0
LONGEST = 200


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
        token = _text(_good(_exchange("GET", f"{self.url}/cgi-bin/gettoken", params=asked)), "access_token")
        given = {"access_token": token, "code": code}
        return _text(_good(_exchange("GET", f"{self.url}/cgi-bin/auth/getuserinfo", params=given)), "userid")


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
        token = _text(_exchange("POST", f"{self.url}/v1.0/oauth2/userAccessToken", json=given), "accessToken")
        headers = {"x-acs-dingtalk-access-token": token}
        return _text(_exchange("GET", f"{self.url}/v1.0/contact/users/me", headers=headers), "unionId")


def client_of(app: WorkApp) -> Client:
    """The app as the settings name it; refuses one that is not connected."""
    if app == WorkApp.WECOM and settings.WECOM_SECRET:
        return Wecom(settings.WECOM_URL, settings.WECOM_CORP, settings.WECOM_AGENT, settings.WECOM_SECRET)
    if app == WorkApp.DINGTALK and settings.DINGTALK_SECRET:
        return Dingtalk(settings.DINGTALK_URL, settings.DINGTALK_KEY, settings.DINGTALK_SECRET)
    raise not_here()


def connected() -> list[WorkApp]:
    """The apps that are connected here."""
    secrets = {WorkApp.WECOM: settings.WECOM_SECRET, WorkApp.DINGTALK: settings.DINGTALK_SECRET}
    return [app for app, secret in secrets.items() if secret]


def _exchange(
    method: str,
    url: str,
    *,
    params: Mapping[str, str] | None = None,
    json: object = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

    try:
        answer = httpx.request(method, url, params=params, json=json, headers=headers, timeout=PATIENCE)
        said = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise away() from error
    if answer.status_code >= 500 or not isinstance(said, dict):
        raise away()
    if answer.status_code >= 400:
        raise not_believed()
    return said


def _good(said: dict[str, Any]) -> dict[str, Any]:
    if said.get("errcode") != 0:
        raise not_believed()
    return said


def _text(said: dict[str, Any], name: str) -> str:
    text = said.get(name)
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST * 10:
        raise not_believed()
    return text
