"""Calls to the city: signed, patient for so long, and every kind of answer read, nonsense too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings

from linli.domains.requests.hotline.signing import signed_headers
from linli.domains.requests.hotline.wire import Wire, at

if TYPE_CHECKING:
    import httpx

PATIENCE = 10.0
LARGEST = 8_000_000
"""Bytes of an answer that are read."""


class NotTold(Exception):  # noqa: N818 - an answer of the city, not a fault of ours
    """The city did not take it. `never`: it never will as it stands; `down`: nobody there answers anything now."""

    def __init__(self, code: str, *, never: bool = False, down: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.never = never
        self.down = down


@dataclass(frozen=True, slots=True)
class City:
    """The city's server, by the wire it speaks."""

    url: str
    wire: Wire

    def call(self, method: str, path: str, *, given: object = None, now: datetime) -> Any:
        """What the city answers to a signed call, once it says that all is well; raises NotTold."""
        body = b"" if given is None else json.dumps(given, ensure_ascii=False).encode()
        status, answered = self._exchange(method, path, body, now)
        answer = _read(status, answered)
        answers = self.wire.answers
        code = at(answer, answers.code)
        if code in answers.done or code in answers.known:
            return answer
        raise NotTold(f"code_{code}"[:40], never=code in answers.never)

    def _exchange(self, method: str, path: str, body: bytes, now: datetime) -> tuple[int, bytes]:
        import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

        address = httpx.URL(f"{self.url}{path}")
        signed = signed_headers(self.wire.signing, method=method, path=address.raw_path.decode(), body=body, at=now)
        headers = {**signed, "content-type": "application/json; charset=utf-8"}
        try:
            with httpx.stream(method, address, content=body, headers=headers, timeout=PATIENCE) as answer:
                return answer.status_code, _bounded(answer)
        except httpx.HTTPError as error:
            raise NotTold("no_answer", down=True) from error


def _bounded(answer: httpx.Response) -> bytes:
    whole = b""
    for chunk in answer.iter_bytes():
        whole += chunk
        if len(whole) > LARGEST:
            raise NotTold("too_long_an_answer")
    return whole


def _read(status: int, answered: bytes) -> Any:
    if status >= 500 or status == 429:
        raise NotTold(f"http_{status}", down=True)
    try:
        return json.loads(answered)
    except (ValueError, RecursionError) as error:
        raise NotTold(f"nonsense_{status}") from error


def city(by: Wire) -> City | None:
    """The city named in the settings; None where none is."""
    if not settings.HOTLINE_URL or not settings.HOTLINE_SECRET:
        return None
    return City(settings.HOTLINE_URL.rstrip("/"), by)
