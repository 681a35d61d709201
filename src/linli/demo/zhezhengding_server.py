"""Stand-in for 浙政钉's open platform: checks signature, time and nonce of every call; codes serve once.

The two answers and their numbers (0, 240111, 240133) are the documented ones; how the gateway words a refused signature
is documented by its number alone, and its tolerance of clocks not at all: five minutes are this stand-in's own.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

from django.utils import timezone

from linli.domains.people.signin.workapps.zhezhengding import signature

APART = timedelta(minutes=5)
WRONG_SIGNATURE = "OPF-B001-05-16-0009"
TENANT = 196729
Call = Mapping[str, str]


@dataclass
class ZhezhengdingServer:
    """`people` says who stands behind a code not used yet: scanned ones and those given within the app apart."""

    key: str
    secret: str = field(repr=False)
    scanned: dict[str, str] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    nonces: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ahead: timedelta = timedelta(0)
    broken: bool = False

    def answer(self, method: str, path: str, headers: Call, body: bytes) -> tuple[int, bytes]:
        """Status and body for one call; header names in lower case."""
        parts = urlsplit(path)
        self.asked.append(parts.path)
        if self.broken:
            return 200, b"<html>maintenance</html>"
        given = dict(parse_qsl(parts.query if method == "GET" else body.decode()))
        if wrong := self._unsigned(method, parts.path, headers, given):
            self.refused.append(wrong)
            said: dict[str, Any] = {"success": False, "Code": WRONG_SIGNATURE, "Message": wrong}
            return 200, json.dumps(said).encode()
        match method, parts.path:
            case "GET" | "POST", "/gettoken.json":
                said = self._token(given)
            case "POST", "/rpc/oauth2/getuserinfo_bycode.json":
                said = self._user(given, self.scanned.pop(given.get("code", ""), None))
            case "POST", "/rpc/oauth2/dingtalk_app_user.json":
                said = self._user(given, self.inside.pop(given.get("auth_code", ""), None))
            case _:
                return 404, b"{}"
        return 200, json.dumps({"success": True, "content": said}).encode()

    def _unsigned(self, method: str, path: str, headers: Call, given: Call) -> str:
        """What is wrong with the call's proof; empty where it holds."""
        time, nonce = headers.get("x-hmac-auth-timestamp", ""), headers.get("x-hmac-auth-nonce", "")
        try:
            apart = abs(timezone.now() + self.ahead - datetime.fromisoformat(time))
        except (ValueError, TypeError):
            return "InvalidTimestamp"
        if apart > APART:
            return "TimestampExpired"
        if (headers.get("apikey"), headers.get("x-hmac-auth-version")) != (self.key, "1.0"):
            return "InvalidApiKey"
        if not nonce or nonce in self.nonces:
            return "NonceUsed"
        right = signature(self.secret, method=method, time=time, nonce=nonce, path=path, given=given)
        if not hmac.compare_digest(right, headers.get("x-hmac-auth-signature", "")):
            return "SignatureDoesNotMatch"
        self.nonces.add(nonce)
        return ""

    def _token(self, given: Call) -> dict[str, Any]:
        if (given.get("appkey"), given.get("appsecret")) != (self.key, self.secret):
            return {"success": False, "responseCode": "240101", "responseMessage": "appkey or appsecret is wrong"}
        token = f"app_{uuid4().hex}"
        self.tokens.add(token)
        return _good({"accessToken": token, "expiresIn": "7200"})

    def _user(self, given: Call, user: str | None) -> dict[str, Any]:
        if given.get("access_token") not in self.tokens:
            return {"success": False, "responseCode": "240133", "responseMessage": "应用accessToken失效或不存在"}
        if user is None:
            return {"success": False, "responseCode": "240111", "responseMessage": "code失效或不存在"}
        return _good({"realmId": TENANT, "namespace": "local", "account": user, "tenantUserId": f"{TENANT}${user}"})


def _good(data: dict[str, Any]) -> dict[str, Any]:
    return {"data": data, "success": True, "responseCode": "0", "responseMessage": "OK"}
