"""Asking a work app's server: patiently for five seconds, believing nothing that is not as documented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linli.domains.people.signin.workapps.refusals import away, not_believed

PATIENCE = 5.0
LONGEST = 2000


def exchange(
    method: str,
    url: str,
    *,
    params: Mapping[str, str] | None = None,
    data: Mapping[str, str] | None = None,
    json: object = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What the server says; refuses where it does not answer, or answers no."""
    import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

    try:
        answer = httpx.request(method, url, params=params, data=data, json=json, headers=headers, timeout=PATIENCE)
        said = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise away() from error
    if answer.status_code >= 500 or not isinstance(said, dict):
        raise away()
    if answer.status_code >= 400:
        raise not_believed()
    return said


def text_in(said: Mapping[str, Any], name: str) -> str:
    """One text of an answer; refuses an answer without it."""
    text = said.get(name)
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
        raise not_believed()
    return text
