"""浙政钉 (专有钉钉, the DingTalk of Zhejiang's administration): by a code that is scanned, or from within the app.

Every call is signed: base64(HMAC-SHA256(secret, method, time, nonce, path and parameters in order, line by line)).
"""

from __future__ import annotations

import hmac
import re
import secrets
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.timezone import localtime

from linli.domains.people.signin.workapps.asking import exchange, text_in
from linli.domains.people.signin.workapps.refusals import not_believed

TOKEN = "/gettoken.json"  # noqa: S105 - an address
SCANNED = "/rpc/oauth2/getuserinfo_bycode.json"
INSIDE = "/rpc/oauth2/dingtalk_app_user.json"
CODE = re.compile(r"[A-Za-z0-9_.-]+")
"""Whether parameters are signed before or after they are encoded is the same for these."""
SENDER = {"X-Hmac-Auth-IP": "127.0.0.1", "X-Hmac-Auth-MAC": "02:00:00:00:00:00"}
"""Asked for, and checked by nobody: which machine of ours calls is nobody's business."""


@dataclass(frozen=True, slots=True)
class Zhezhengding:
    """One organisation's app; `inside` where the browser is the app's own."""

    url: str
    login: str
    app: str
    key: str
    secret: str = field(repr=False)
    inside: bool = False

    def way_out(self, *, back: str, state: str) -> str:
        """The page with a code to scan; within the app nobody goes out: its own script brings the code."""
        if self.inside:
            return f"{back}?{urlencode({'state': state})}"
        asked = {"response_type": "code", "client_id": self.app, "redirect_uri": back, "scope": "get_user_info"}
        return f"{self.login}/oauth2/auth.htm?{urlencode(asked | {'authType': 'QRCODE', 'state': state})}"

    def user_of(self, code: str) -> str:
        """The user's number within the tenant, the same for both ways in."""
        if not CODE.fullmatch(code):
            raise not_believed()
        token = text_in(self._ask("GET", TOKEN, {"appkey": self.key, "appsecret": self.secret}), "accessToken")
        path, name = (INSIDE, "auth_code") if self.inside else (SCANNED, "code")
        return text_in(self._ask("POST", path, {"access_token": token, name: code}), "tenantUserId")

    def _ask(self, method: str, path: str, given: Mapping[str, str]) -> Mapping[str, Any]:
        headers = signed(method, path, given, key=self.key, secret=self.secret, at=timezone.now())
        sent = {"params": given} if method == "GET" else {"data": given}
        said = exchange(method, f"{self.url}{path}", headers=headers, **sent)
        content = said.get("content")
        if said.get("success") is not True or not isinstance(content, dict) or content.get("success") is False:
            raise not_believed()
        data = content.get("data")
        if not isinstance(data, dict):
            raise not_believed()
        return data


def signed(method: str, path: str, given: Mapping[str, str], *, key: str, secret: str, at: datetime) -> dict[str, str]:
    """The headers of one call, each nonce used once."""
    time = localtime(at).isoformat(timespec="milliseconds")
    nonce = f"{int(at.timestamp() * 1000)}{secrets.randbelow(10_000):04d}"
    proof = signature(secret, method=method, time=time, nonce=nonce, path=path, given=given)
    named = {"X-Hmac-Auth-Timestamp": time, "X-Hmac-Auth-Version": "1.0", "X-Hmac-Auth-Nonce": nonce}
    return {**SENDER, **named, "apiKey": key, "X-Hmac-Auth-Signature": proof}


def signature(secret: str, *, method: str, time: str, nonce: str, path: str, given: Mapping[str, str]) -> str:
    """What proves that a call is ours; the parameters sorted, as they are before any encoding."""
    parameters = "&".join(sorted(f"{name}={value}" for name, value in given.items()))
    lines = "\n".join([method, time, nonce, path, *([parameters] if parameters else [])])
    return b64encode(hmac.digest(secret.encode(), lines.encode(), "sha256")).decode()
