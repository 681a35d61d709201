"""Reporting: a resident's words become a request, with or without an account, by any channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine import Act, Draft, NewFile, open_within
from linli.domains.matters.models import Matter
from linli.domains.matters.tracking import new_code, tracking_index
from linli.domains.people.actions import find_or_register, register_person
from linli.domains.people.actor import Actor
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.models import Request


@dataclass(frozen=True, kw_only=True)
class Reporter:
    """Who reports, where no account says so. All may be empty: nobody must say who they are to be heard."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    language: str = "zh-hans"


@dataclass(frozen=True, kw_only=True)
class Reported:
    """The new request, and the code by which someone without an account follows it."""

    matter: Matter
    tracking_code: str


@transaction.atomic
def report(
    details: Report,
    *,
    by: Actor,
    at: datetime,
    reporter: Reporter | None = None,
    origin: UUID | None = None,
    files: Sequence[NewFile] = (),
) -> Reported:
    """Files one request. Staff who file for a caller name the reporter; a visitor may.

    Whoever files for themself finds it under their account; everybody else gets a tracking code to keep or hand over.
    """
    person = by.stands_for if reporter is None else None
    if person is None:
        person = _person(reporter or Reporter(), by=by, at=at)
    for_themself = reporter is None and by.person is not None and by.on_behalf_of is None
    code = "" if for_themself else new_code()
    draft = Draft(
        details=details,
        opener=person,
        origin=origin,
        files=files,
        tracking=tracking_index(code) if code else None,
        known_names=(reporter.name,) if reporter and reporter.name else (),
    )
    acting = replace(by, on_behalf_of=person) if by.account and person != by.stands_for else by
    act = open_within(REQUESTS.life.kind, [draft], by=acting, at=at)[0]
    return Reported(matter=act.matter, tracking_code=code)


def _person(reporter: Reporter, *, by: Actor, at: datetime) -> UUID:
    """Whom the request is for. A visitor's phone is not proof of who they are, so it never finds someone known."""
    if by.account and reporter.phone:
        return find_or_register(name=reporter.name, phone=reporter.phone, email=reporter.email, by=by, at=at)
    return register_person(
        name=reporter.name,
        phone=reporter.phone,
        email=reporter.email,
        language=reporter.language,
        by=by,
        at=at,
    )


@REQUESTS.upon(Report)
def _write_requests(acts: Sequence[Act]) -> None:
    Request.objects.bulk_create([_request(act) for act in acts])


def _request(act: Act) -> Request:
    details = act.given(Report)
    return Request(
        matter=act.matter,
        kind=details.kind,
        urgency=details.urgency,
        channel=act.by.channel,
        confidential=details.confidential,
        first_receiver_id=act.matter.holder_unit_id,
    )
