"""Telephone numbers that always answer, for whoever would rather speak."""

from __future__ import annotations

from dataclasses import dataclass

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
