"""Stand-ins for WeCom's and DingTalk's servers: codes that serve once, secrets checked, answers as documented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4


@dataclass
class WorkAppServer:
    """Both servers in one: `people` says who stands behind a code not used yet; `broken` answers nonsense."""

    key: str
    secret: str = field(repr=False)
    people: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    broken: bool = False

    def answer(self, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        """Status and body for one call; header names in lower case."""
        parts = urlsplit(path)
        self.asked.append(parts.path)
        if self.broken:
            return 200, b"<html>maintenance</html>"
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        match parts.path:
            case "/cgi-bin/gettoken":
                status, said = 200, self._wecom_token(asked)
            case "/cgi-bin/auth/getuserinfo":
                status, said = 200, self._wecom_user(asked)
            case "/v1.0/oauth2/userAccessToken":
                status, said = self._ding_token(json.loads(body))
            case "/v1.0/contact/users/me":
                status, said = self._ding_user(headers.get("x-acs-dingtalk-access-token", ""))
            case _:
                status, said = 404, {"code": "NotFound"}
        return status, json.dumps(said).encode()

    def _wecom_token(self, asked: dict[str, str]) -> dict[str, Any]:
        if (asked.get("corpid"), asked.get("corpsecret")) != (self.key, self.secret):
            return {"errcode": 40001, "errmsg": "invalid credential"}
        return {"errcode": 0, "access_token": self._token(""), "expires_in": 7200}

    def _wecom_user(self, asked: dict[str, str]) -> dict[str, Any]:
        if asked.get("access_token") not in self.tokens:
            return {"errcode": 40014, "errmsg": "invalid access_token"}
        user = self.people.pop(asked.get("code", ""), None)
        if user is None:
            return {"errcode": 40029, "errmsg": "invalid code"}
        return {"errcode": 0, "openid": user} if user.startswith("outside") else {"errcode": 0, "userid": user}

    def _ding_token(self, given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        user = self.people.pop(given.get("code", ""), None)
        right = (given.get("clientId"), given.get("clientSecret")) == (self.key, self.secret)
        if user is None or not right:
            return 400, {"code": "invalidParameter.authCode.notFound"}
        return 200, {"accessToken": self._token(user), "expireIn": 7200}

    def _ding_user(self, token: str) -> tuple[int, dict[str, Any]]:
        if not self.tokens.get(token):
            return 400, {"code": "InvalidAuthentication"}
        return 200, {"unionId": self.tokens[token], "nick": "someone"}

    def _token(self, user: str) -> str:
        token = uuid4().hex
        self.tokens[token] = user
        return token
