"""The checking page: served, and the same as one file that works from a disk, with nothing fetched from anywhere."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.safestring import mark_safe

from linli.kernel.record import policy_text, witness_standings
from linli.portal.checking.words import WORDS

SCRIPTS = ("sums", "formats", "papers", "page")
_FILES = Path(__file__).parents[1] / "static" / "portal" / "check"


def page(request: HttpRequest) -> HttpResponse:
    """The page in its frame."""
    given = {**_given(), "scripts": _paths(), "witnesses": witness_standings()}
    return _kept(render(request, "portal/checking/page.html", given))


def alone(request: HttpRequest) -> HttpResponse:
    """The page in one file, to be downloaded; its policy allows its own script and style and nothing else."""
    script, style = _script(), _style()
    given = {
        **_given(),
        "script": mark_safe(script),  # noqa: S308 - our own files
        "style": mark_safe(style),  # noqa: S308 - as above
        "script_hash": _hash(script),
        "style_hash": _hash(style),
    }
    answer = render(request, "portal/checking/alone.html", given)
    answer["Content-Disposition"] = 'attachment; filename="linli-check.html"'
    return _kept(answer)


def _given() -> dict[str, object]:
    return {"words": {key: str(words) for key, words in WORDS.items()}, "policy": policy_text()}


def _paths() -> list[str]:
    return [f"portal/check/{name}.js" for name in SCRIPTS]


@cache
def _script() -> str:
    return "\n".join((_FILES / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def _style() -> str:
    return (_FILES / "alone.css").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _kept(answer: HttpResponse) -> HttpResponse:
    patch_cache_control(answer, public=False, max_age=60)
    return answer
