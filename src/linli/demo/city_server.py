"""A stand-in for a city's hotline: true signatures, its own opinions, and every fault a test asks of it.

It speaks the standard wire: gives out orders page by page, is told what became of them, knows a telling it has heard
before, and refuses what it cannot know. `faults` are done one after the other, each to one call.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from linli.domains.requests.hotline.signing import signature
from linli.domains.requests.hotline.wire import STANDARD, read_wire

PAGE = 50
FAULTS: Mapping[str, tuple[int, bytes]] = {
    "500": (500, b"Internal Server Error"),
    "502": (502, b"<html>bad gateway</html>"),
    "429": (429, b"{}"),
    "nonsense": (200, b"<html>Welcome to nginx!</html>"),
    "empty": (200, b""),
    "another shape": (200, b'["ok"]'),
    "busy": (200, b'{"code": 999, "message": "busy"}'),
    "closed": (200, b'{"code": 410, "message": "order closed"}'),
}


@dataclass
class CityServer:
    """One city: what it gave out, what it was told, and what goes wrong next."""

    key: str
    secret: str = field(repr=False)
    orders: list[dict[str, Any]] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    nonces: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    forgets_to_answer: bool = False

    def answer(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes, at: datetime
    ) -> tuple[int, bytes]:
        """Status and body for one call; header names as the wire spells them, in any case."""
        refused = self._believes(method, path, {name.lower(): value for name, value in headers.items()}, body, at)
        if refused:
            return 403, _said(403, refused)
        fault = self.faults.pop(0) if self.faults else ""
        if fault in FAULTS:
            return FAULTS[fault]
        parts = urlsplit(path)
        match method, parts.path.rpartition("/")[2]:
            case "GET", "orders":
                return 200, self._give(int(parse_qs(parts.query).get("since", ["0"])[0] or 0))
            case "POST", "feedback":
                return 200, self._hear(json.loads(body))
        return 404, _said(404, "no such address")

    def _believes(self, method: str, path: str, headers: Mapping[str, str], body: bytes, at: datetime) -> str:
        """Why the call is not believed; empty where it is."""
        names = read_wire(STANDARD).signing
        stamp, nonce = headers.get(names.timestamp.lower(), ""), headers.get(names.nonce.lower(), "")
        right = signature(
            secret=self.secret, digest=names.digest, method=method, path=path, stamp=stamp, nonce=nonce, body=body
        )
        if headers.get(names.key.lower()) != self.key:
            return "unknown key"
        if not hmac.compare_digest(right, headers.get(names.signature.lower(), "")):
            return "wrong signature"
        if not stamp.isdecimal() or abs(at.timestamp() - int(stamp)) > names.window_seconds:
            return "outdated"
        if nonce in self.nonces:
            return "heard before"
        self.nonces.add(nonce)
        return ""

    def _give(self, since: int) -> bytes:
        page = self.orders[since : since + PAGE]
        return _said(0, "ok", data={"orders": page, "next": str(since + len(page))})

    def _hear(self, said: dict[str, Any]) -> bytes:
        if said["orderNo"] not in {order["orderNo"] for order in self.orders}:
            return _said(404, "no such order")
        if said["feedbackId"] in {told["feedbackId"] for told in self.told}:
            return _said(208, "heard before")
        self.told.append(said)
        return _said(0, "ok")


def _said(code: int, message: str, **more: Any) -> bytes:
    return json.dumps({"code": code, "message": message, **more}, ensure_ascii=False).encode()
