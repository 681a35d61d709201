"""A stand-in for WeChat's server: tokens that end, limits, templates, pictures, callbacks signed and sealed truly."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4
from xml.etree import ElementTree as Tree

from linli.domains.delivery.wechat.envelopes import Sealer, signature_of

LASTS = timedelta(hours=2)


@dataclass
class WechatServer:
    """One official account there: who follows it, what it sent, and what goes wrong next."""

    app: str
    secret: str = field(repr=False)
    token: str = field(repr=False)
    aes_key: str = field(repr=False)
    followers: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)
    templates: set[str] = field(default_factory=lambda: {"news"})
    sent: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    good: dict[str, datetime] = field(default_factory=dict)
    renewed: int = 0
    faults: list[int] = field(default_factory=list)

    def answer(self, path: str, body: bytes, at: datetime) -> tuple[str, bytes]:
        """Content type and body for one call."""
        parts = urlsplit(path)
        given = json.loads(body) if body else {}
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/cgi-bin/stable_token":
            return _json(self._renew(given, at))
        if self.faults:
            return _json({"errcode": self.faults.pop(0), "errmsg": "as told"})
        if self.good.get(asked.get("access_token", ""), at) <= at:
            return _json({"errcode": 42001, "errmsg": "access_token expired"})
        if parts.path == "/cgi-bin/media/get" and asked.get("media_id") in self.pictures:
            return "image/jpeg", self.pictures[asked["media_id"]]
        return _json(self._do(parts.path, given))

    def _do(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        match path:
            case "/cgi-bin/message/template/send":
                return self._template(given)
            case "/cgi-bin/message/custom/send":
                return self._keep(self.said, given)
        return {"errcode": 40007, "errmsg": "invalid media_id"}

    def _renew(self, given: dict[str, Any], at: datetime) -> dict[str, Any]:
        if given.get("appid") != self.app:
            return {"errcode": 40013, "errmsg": "invalid appid"}
        if given.get("secret") != self.secret:
            return {"errcode": 40125, "errmsg": "invalid appsecret"}
        self.renewed += 1
        token = uuid4().hex
        self.good[token] = at + LASTS
        return {"access_token": token, "expires_in": int(LASTS.total_seconds())}

    def _template(self, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("template_id") not in self.templates:
            return {"errcode": 40037, "errmsg": "invalid template_id"}
        if given["client_msg_id"] in {one["client_msg_id"] for one in self.sent}:
            return {"errcode": 0, "errmsg": "ok", "msgid": 1}
        return self._keep(self.sent, given)

    def _keep(self, where: list[dict[str, Any]], given: dict[str, Any]) -> dict[str, Any]:
        if given.get("touser") not in self.followers:
            return {"errcode": 43004, "errmsg": "require subscribe"}
        where.append(given)
        return {"errcode": 0, "errmsg": "ok", "msgid": len(where)}

    def envelope(self, *, at: datetime, sealed: bool = True, **fields: object) -> tuple[dict[str, str], bytes]:
        """Query and body of a callback with this message."""
        inner = _xml({"ToUserName": "gh_linli", "CreateTime": int(at.timestamp())} | fields)
        stamp, nonce = str(int(at.timestamp())), uuid4().hex[:10]
        query = {"timestamp": stamp, "nonce": nonce, "signature": signature_of(self.token, stamp, nonce)}
        if not sealed:
            return query, inner.encode()
        secret = Sealer(self.app, self.aes_key).seal(inner)
        query |= {"encrypt_type": "aes", "msg_signature": signature_of(self.token, stamp, nonce, secret)}
        return query, _xml({"ToUserName": "gh_linli", "Encrypt": secret}).encode()

    def opened(self, reply: bytes) -> str:
        """What a sealed answer to a callback says; ValueError where it is not signed by this account."""
        outer = _fields(reply.decode())
        signed = signature_of(self.token, outer["TimeStamp"], outer["Nonce"], outer["Encrypt"])
        if outer["MsgSignature"] != signed:
            raise ValueError("the answer is not signed by this account")
        return _fields(Sealer(self.app, self.aes_key).open(outer["Encrypt"]))["Content"]


def _fields(message: str) -> dict[str, str]:
    return {child.tag: child.text or "" for child in Tree.fromstring(message)}  # noqa: S314 - this house's own answer


def _json(said: dict[str, Any]) -> tuple[str, bytes]:
    return "application/json; encoding=utf-8", json.dumps(said).encode()


def _xml(fields: dict[str, object]) -> str:
    return f"<xml>{''.join(f'<{name}><![CDATA[{value}]]></{name}>' for name, value in fields.items())}</xml>"
