"""What the published GeoReport v2 schemas ask of each answer: names, types, and what may not be missing."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import jsonschema_rs

TEXT: dict[str, Any] = {"type": "string"}
MAYBE: dict[str, Any] = {"type": ["string", "null"]}
MOMENT: dict[str, Any] = {"type": "string", "format": "date-time"}
MAYBE_MOMENT: dict[str, Any] = {"anyOf": [MOMENT, {"type": "null"}]}
DEGREES: dict[str, Any] = {"type": ["number", "null"]}


def _rows(required: str, /, **properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _row(required, **properties)}


def _row(required: str, /, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": properties, "additionalProperties": False}


SERVICES = _rows(
    "service_code service_name metadata type",
    service_code=TEXT,
    service_name=TEXT,
    description=MAYBE,
    metadata={"type": "boolean"},
    type={"enum": ["realtime", "batch", "blackbox"]},
    keywords=MAYBE,
    group=MAYBE,
)
DEFINITION = _row(
    "service_code attributes",
    service_code=TEXT,
    attributes=_rows(
        "variable code datatype required",
        variable={"type": "boolean"},
        code=TEXT,
        datatype={"enum": ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]},
        required={"type": "boolean"},
        datatype_description=MAYBE,
        order={"type": ["integer", "null"]},
        description=MAYBE,
        values=_rows("key name", key=TEXT, name=TEXT),
    ),
)
REQUEST: dict[str, Any] = dict.fromkeys(
    ["status_notes", "service_name", "agency_responsible", "service_notice", "address", "address_id", "zipcode"], MAYBE
) | {
    "service_request_id": TEXT,
    "status": {"enum": ["open", "closed"]},
    "service_code": TEXT,
    "description": {"type": ["string", "null"], "maxLength": 4000},
    "requested_datetime": MOMENT,
    "updated_datetime": MAYBE_MOMENT,
    "expected_datetime": MAYBE_MOMENT,
    "lat": DEGREES,
    "long": DEGREES,
    "media_url": {"type": ["string", "null"], "format": "uri"},
}
REQUIRED = "service_request_id status service_code requested_datetime"
REQUESTS = _rows(REQUIRED, **REQUEST)
NOTE = _row("datetime", datetime=MOMENT, type=TEXT, summary=TEXT, description=MAYBE)
EXTENDED = _rows(
    f"{REQUIRED} extended_attributes notes",
    **REQUEST,
    extended_attributes=_row("state", state=TEXT, state_name=TEXT),
    notes={"type": "array", "items": NOTE},
)
FILED = _rows(
    "service_request_id service_notice account_id",
    service_request_id=TEXT,
    token=TEXT,
    service_notice=MAYBE,
    account_id=MAYBE,
)
ERRORS = _rows("code description", code={"type": "integer"}, description={"type": "string", "minLength": 2})


def check(schema: dict[str, Any], answer: Any) -> Any:
    """The JSON of the answer, once it is as published."""
    content = answer.json()
    jsonschema_rs.validate(schema, content, validate_formats=True)
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    return content


def document(answer: Any, root: str) -> Element:
    """The XML of the answer, read by a parser that is not ours."""
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    found = fromstring(answer.content)  # noqa: S314 - what we wrote ourselves
    assert found.tag == root
    return found
