"""Telephone numbers for whoever would rather speak: those that always answer, and the community's own."""

from __future__ import annotations

from dataclasses import dataclass

from linli.domains.people.queries import to_call
from linli.domains.places.spots import Spot
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call, whose it is and when it is the right one."""

    number: str
    words: Words
    text: Words


POLICE = Phone("110", say("Police", "报警"), say("Danger, crime, someone missing", "危险、违法、走失"))
FIRE = Phone("119", say("Fire brigade", "火警"), say("Fire, rescue", "着火、救援"))
AMBULANCE = Phone("120", say("Ambulance", "急救"), say("Sudden illness, injury", "突发疾病、受伤"))
HOTLINE = Phone(
    "12345", say("City hotline", "市民热线"), say("Any public service, day and night", "政务服务，昼夜有人接")
)

EMERGENCY = (AMBULANCE, POLICE, FIRE)
PHONES = (*EMERGENCY, HOTLINE)
OWN = say("The people who know your building, in office hours", "熟悉你们楼的人，上班时间接听")


def phones_for(place: Spot | None) -> list[Phone]:
    """Whom to call at a place: its own committee or office first, where it has a number, then those above."""
    unit = to_call(place.path) if place else None
    return [*([Phone(unit.phone, unit.words, OWN)] if unit else []), *PHONES]
