"""How every door sends a file that somebody added: as what it is, never as a page, kept by nobody on the way."""

from __future__ import annotations

from django.http import HttpResponse

SHOWN = ("image/", "audio/")
"""Types a browser may show in the page; anything else is saved."""


def send_file(content: bytes, *, mime: str, name: str) -> HttpResponse:
    """The file with its type fixed, sandboxed, and for this reader alone; `name` is made by us, in plain letters."""
    answer = HttpResponse(content, content_type=mime)
    how = "inline" if mime.startswith(SHOWN) else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-store"
    return answer
