"""A request as the specification has it: open or closed, our own state in words, masked words, no door narrower."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from linli.domains.matters import queries as matters
from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.queries import Matter, Moment
from linli.domains.places.paths import building_of
from linli.domains.places.queries import at_paths, labels
from linli.domains.places.spots import Spot
from linli.domains.requests.categories import category_words
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.queries import moments_for_neighbours, title_for_neighbours
from linli.kernel.geo.datums import Datum, convert
from linli.kernel.words import Words

DEGREES = 6
"""Decimals of a coordinate: a tenth of a metre."""
NOWHERE: dict[str, Any] = {"address": None, "address_id": None, "zipcode": None, "lat": None, "long": None}
UNTOLD: dict[str, Any] = NOWHERE | {"service_name": None, "service_code": "", "agency_responsible": None}
"""What is hidden whole from neighbours says no more than that, and whether it is open; a code must be there."""


def requests_out(found: Sequence[Matter], *, public: bool, extended: bool) -> list[dict[str, Any]]:
    """These requests in their order; a constant number of statements."""
    paths = {building_of(matter.path) for matter in found}
    spots, named = at_paths(paths), labels(paths)
    due = matters.deadlines(found, clock="answer")
    told = matters.timelines(found, public=public) if extended else {}
    return [
        _request(matter, due.get(matter.pk), public=public)
        | _where(spots.get(building_of(matter.path)), named.get(building_of(matter.path)))
        | {"media_url": None}
        | (_extension(matter, told[matter.number], public=public) if extended else {})
        | (UNTOLD if public and _hidden_whole(matter) else {})
        for matter in found
    ]


def _hidden_whole(matter: Matter) -> bool:
    hidden = hidden_of(matter)
    return hidden is not None and hidden.whole


def _request(matter: Matter, due: datetime | None, *, public: bool) -> dict[str, Any]:
    return {
        "service_request_id": matter.number,
        "status": "closed" if matter.closed_at else "open",
        "status_notes": str(REQUEST.by_code[matter.state].meaning),
        "service_name": str(category_words(matter.category)),
        "service_code": matter.category,
        "description": str(title_for_neighbours(matter)) if public else matter.title,
        "agency_responsible": str(matter.holder_unit.words) if matter.holder_unit else None,
        "service_notice": None,
        "requested_datetime": _moment(matter.opened_at),
        "updated_datetime": _moment(matter.closed_at or matter.state_since),
        "expected_datetime": _moment(due) if due and not matter.closed_at else None,
    }


def _where(spot: Spot | None, named: Words | None) -> dict[str, Any]:
    if spot is None:
        return NOWHERE
    lon, lat = spot.lon, spot.lat
    if lon is not None and lat is not None:
        lon, lat = convert(lon, lat, from_=spot.datum, to=Datum.WGS84)
    return {
        "address": str(named or spot.words),
        "address_id": str(spot.id),
        "zipcode": None,
        "lat": None if lat is None else round(lat, DEGREES),
        "long": None if lon is None else round(lon, DEGREES),
    }


def _extension(matter: Matter, moments: Sequence[Moment], *, public: bool) -> dict[str, Any]:
    state = REQUEST.by_code[matter.state]
    told = moments_for_neighbours(matter, moments) if public else moments
    return {
        "extended_attributes": {"state": state.code, "state_name": str(state.words)},
        "notes": [_note(moment) for moment in told],
    }


def _note(moment: Moment) -> dict[str, Any]:
    return {
        "datetime": _moment(moment.at),
        "type": moment.verb,
        "summary": str(moment.words),
        "description": "\n".join(text.body for text in moment.texts) or None,
    }


def _moment(at: datetime) -> str:
    return localtime(at).isoformat(timespec="seconds")
