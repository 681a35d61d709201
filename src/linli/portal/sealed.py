"""What a browser typed between two pages: in the session, sealed under a key that only this browser holds.

A report is written over several pages and is personal from its first word. It lies in the session's row as
ciphertext; the key lies in a cookie and nowhere here, so neither the database nor its backup can be read for it.
Each value is bound to its name. A browser that lost its cookie starts anew.
"""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.http import HttpRequest, HttpResponse

COOKIE = "linli_seal"
NONCE, KEY = 12, 32


def unseal(request: HttpRequest, name: str) -> dict[str, Any]:
    """What was sealed as `name`; empty where nothing was, or the key is gone."""
    key, sealed = _key(request), request.session.get(name)
    if key is None or not sealed:
        return {}
    octets = urlsafe_b64decode(sealed)
    try:
        plain = AESGCM(key).decrypt(octets[:NONCE], octets[NONCE:], name.encode())
    except InvalidTag:
        return {}
    value: dict[str, Any] = json.loads(plain)
    return value


def seal(request: HttpRequest, response: HttpResponse, name: str, value: dict[str, Any]) -> None:
    """Keeps `value` as `name`; the browser is given its key with the answer, until it is closed."""
    key = _key(request) or os.urandom(KEY)
    nonce = os.urandom(NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, json.dumps(value).encode(), name.encode())
    request.session[name] = urlsafe_b64encode(sealed).decode()
    cookie = urlsafe_b64encode(key).decode()
    request.COOKIES[COOKIE] = cookie
    response.set_cookie(COOKIE, cookie, samesite="Lax", httponly=True, secure=request.is_secure())


def unlearn(request: HttpRequest, name: str) -> None:
    """Forgets what was sealed as `name`."""
    request.session.pop(name, None)


def _key(request: HttpRequest) -> bytes | None:
    try:
        key = urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return None
    return key if len(key) == KEY else None
