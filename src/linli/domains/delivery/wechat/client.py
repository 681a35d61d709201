"""Calls to WeChat's server: template messages, customer service messages, media; each answer read for what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings

from linli.domains.delivery.sms.answers import SHORTLY, NotSent, Unsure
from linli.domains.delivery.wechat.token import token_of

if TYPE_CHECKING:
    import httpx

PATIENCE = 10.0
LARGEST = 12_000_000
"""Bytes of one picture at most; the rules for files are narrower."""

STALE_TOKEN = {40001, 40014, 42001}
AGAIN: dict[int, timedelta] = {
    -1: SHORTLY,
    45009: timedelta(hours=1),
    45011: timedelta(minutes=1),
}
"""Errors that pass: busy, called too often today, called too often this minute. Any other one is final."""


@dataclass(frozen=True, slots=True)
class Account:
    """One official account."""

    url: str
    app: str
    secret: str = field(repr=False)
    template: str

    def send_news(self, *, to: str, number: str, news: str, context: str, at: datetime) -> str:
        """Sends a template message once for each `context`; answers its serial number, or raises NotSent or Unsure."""
        given = {
            "touser": to,
            "template_id": self.template,
            "client_msg_id": context,
            "data": {"character_string1": {"value": number}, "thing2": {"value": news[:20]}},
        }
        return str(self._call("POST", "/cgi-bin/message/template/send", at=at, json=given).get("msgid", ""))

    def say(self, *, to: str, text: str, at: datetime) -> None:
        """Sends words within an open conversation (WeChat: 48 hours after the resident's last message)."""
        given = {"touser": to, "msgtype": "text", "text": {"content": text}}
        self._call("POST", "/cgi-bin/message/custom/send", at=at, json=given)

    def picture(self, media: str, *, at: datetime) -> bytes:
        """A picture that somebody sent; WeChat keeps it for three days."""
        refused = ""
        for _ in range(2):
            token = self._token(at, not_=refused)
            answer = self._exchange("GET", "/cgi-bin/media/get", token, {"media_id": media})
            if not answer.headers.get("content-type", "").startswith(("text/", "application/json")):
                return _bounded(answer)
            code = _code(answer)
            if code not in STALE_TOKEN:
                raise NotSent(f"errcode_{code}", again_in=AGAIN.get(code))
            refused = token
        raise NotSent("token_refused", again_in=SHORTLY)

    def _call(self, method: str, path: str, *, at: datetime, json: object) -> dict[str, Any]:
        """The answer of a call that went well; a token refused is renewed once."""
        refused = ""
        for _ in range(2):
            token = self._token(at, not_=refused)
            answer = self._exchange(method, path, token, {}, json=json)
            code = _code(answer)
            if code == 0:
                return dict(answer.json())
            if code not in STALE_TOKEN:
                raise NotSent(f"errcode_{code}", again_in=AGAIN.get(code))
            refused = token
        raise NotSent("token_refused", again_in=SHORTLY)

    def _token(self, at: datetime, *, not_: str = "") -> str:
        return token_of(self.app, self._renew, at=at, not_=not_)

    def _renew(self) -> tuple[str, timedelta]:
        """A new token from the stable interface, which gives every caller the same one."""
        given = {"grant_type": "client_credential", "appid": self.app, "secret": self.secret}
        answer = self._exchange("POST", "/cgi-bin/stable_token", "", {}, json=given)
        code = _code(answer)
        if code:
            raise NotSent(f"errcode_{code}", again_in=AGAIN.get(code))
        said = answer.json()
        return str(said["access_token"]), timedelta(seconds=int(said["expires_in"]))

    def _exchange(
        self, method: str, path: str, token: str, params: dict[str, str], *, json: object = None
    ) -> httpx.Response:
        import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

        asked = params | ({"access_token": token} if token else {})
        try:
            answer = httpx.request(method, f"{self.url}{path}", params=asked, json=json, timeout=PATIENCE)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotSent("unreachable", again_in=SHORTLY) from error
        except httpx.HTTPError as error:
            raise Unsure("no_answer") from error
        if answer.status_code >= 500:
            raise Unsure(f"http_{answer.status_code}")
        return answer


def _bounded(answer: httpx.Response) -> bytes:
    if len(answer.content) > LARGEST:
        raise NotSent("too_large")
    return answer.content


def _code(answer: httpx.Response) -> int:
    try:
        return int(answer.json().get("errcode", 0))
    except (ValueError, AttributeError, TypeError) as error:
        raise Unsure(f"nonsense_{answer.status_code}") from error


def account() -> Account | None:
    """The account named in the settings; None where none is."""
    if not settings.WECHAT_URL or not settings.WECHAT_SECRET:
        return None
    return Account(settings.WECHAT_URL, settings.WECHAT_APP, settings.WECHAT_SECRET, settings.WECHAT_TEMPLATE)
