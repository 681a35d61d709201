"""One answer in two formats: XML, which the specification asks for, and JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpResponse
from pydantic_core import to_json

Row = Mapping[str, Any]
"""Names and values: None, text, number, yes or no, a row, or a sequence of rows or texts."""

SINGULAR = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
    "notes": "note",
}
"""What each element of a sequence is called in XML."""
UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, escaped or not."""
XML, JSON = "xml", "json"
TYPES = {XML: "text/xml; charset=utf-8", JSON: "application/json; charset=utf-8"}


@dataclass(frozen=True)
class Answer:
    """What is told: `root` is the XML document's outermost element, and goes without saying in JSON."""

    root: str
    content: Row | Sequence[Row]


def written(answer: Answer, *, form: str, status: int = 200) -> HttpResponse:
    """The answer in one of the formats; nobody on the way keeps it."""
    body = to_json(answer.content) if form == JSON else _document(answer)
    told = HttpResponse(body, status=status, content_type=TYPES[form])
    told["Cache-Control"] = "private, no-store"
    told["X-Content-Type-Options"] = "nosniff"
    return told


def _document(answer: Answer) -> bytes:
    root = Element(answer.root)
    _fill(root, answer.content)
    written_out: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written_out


def _fill(element: Element, content: Any) -> None:
    if isinstance(content, Mapping):
        for name, value in content.items():
            _fill(SubElement(element, name), value)
    elif isinstance(content, Sequence) and not isinstance(content, str):
        for each in content:
            _fill(SubElement(element, SINGULAR[element.tag]), each)
    elif isinstance(content, bool):
        element.text = "true" if content else "false"
    elif content is not None:
        element.text = UNSAYABLE.sub("\ufffd", str(content))
