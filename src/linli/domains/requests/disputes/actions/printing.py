"""Opening a dispute as a paper: every word and name opened through the vault, for a purpose, and logged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine.refusals import not_yours, unknown
from linli.domains.matters.models import Matter
from linli.domains.matters.opening_texts import ERASED, basis_of, opener_of
from linli.domains.matters.queries import Moment, get, get_own, timeline
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of, reach
from linli.domains.places.queries import label
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE
from linli.domains.requests.disputes.lifecycle.sessions import HoldSession
from linli.domains.requests.disputes.paper import NOBODY, Told, agreement_alone, whole_file
from linli.domains.requests.disputes.parts import party
from linli.domains.requests.disputes.queries import DisputeView, dispute_view, mediates
from linli.domains.requests.disputes.refusals import no_agreement_yet
from linli.kernel.papers import typeset
from linli.kernel.vault import Opener, Purpose, open_values
from linli.kernel.words import Words, say

PARTY = say("A party to the mediation", "调解当事人")


@transaction.atomic
def print_file(dispute: UUID, *, by: Actor, purpose: Purpose, language: str, at: datetime) -> bytes:
    """The whole file as a PDF, for a mediator; each person whose words or name are in it reads that in their log."""
    matter = get(dispute, by=by)
    if matter.kind != DISPUTE.kind:
        raise unknown()
    if not mediates(by, matter):
        raise not_yours(HoldSession)
    told = _told(matter, timeline(matter, staff=True), by=by, purpose=purpose, language=language, at=at)
    return typeset(whole_file(told), at=at)


@transaction.atomic
def print_agreement(number: str, *, by: Actor, language: str, at: datetime) -> bytes:
    """The agreement as a PDF, for one of its parties: only what both were told."""
    return _agreement(get_own(number, by=by).parent, by=by, purpose=Purpose.OWN_COPY, language=language, at=at)


@transaction.atomic
def print_agreement_in_office(matter: UUID, *, by: Actor, purpose: Purpose, language: str, at: datetime) -> bytes:
    """The same for a unit that is a party, from its own part; for the mediator, from the dispute: to sign on paper."""
    entered = get(matter, by=by)
    if entered.kind == DISPUTE.kind and mediates(by, entered):
        return _agreement(entered, by=by, purpose=purpose, language=language, at=at)
    if entered.kind == DISPUTANT.kind and party(by, entered):
        return _agreement(entered.parent, by=by, purpose=purpose, language=language, at=at)
    raise unknown()


def _agreement(dispute: Matter | None, *, by: Actor, purpose: Purpose, language: str, at: datetime) -> bytes:
    if dispute is None:
        raise unknown()
    if "draft" not in dispute.facts:
        raise no_agreement_yet()
    shared = [moment for moment in timeline(dispute, staff=False) if moment.number == dispute.number]
    told = _told(dispute, shared, by=by, purpose=purpose, language=language, at=at, phones=False)
    return typeset(agreement_alone(told), at=at)


def _told(
    dispute: Matter,
    moments: Sequence[Moment],
    *,
    by: Actor,
    purpose: Purpose,
    language: str,
    at: datetime,
    phones: bool = True,
) -> Told:
    view = dispute_view(dispute)
    texts = {text.pk: text.sealed for moment in moments for text in moment.texts if text.sealed}
    persons = reach([part.opener_id for part in view.disputants if part.opener_id])
    given = {pk: (known.name, known.phone if phones else None) for pk, known in persons.items()}
    refs = [ref for both in given.values() for ref in both if ref]
    opened = open_values(
        [*texts.values(), *refs],
        by=_opener(by),
        purpose=purpose,
        basis=basis_of(purpose),
        matter=dispute.pk,
        at=at,
        in_place_of_erased=str(ERASED),
    )
    units = _units(dispute, view)
    return Told(
        dispute=dispute,
        view=view,
        moments=moments,
        committee=units[dispute.holder_unit_id] if dispute.holder_unit_id else NOBODY,
        place=label(dispute.path).in_language(language),
        words={pk: opened[ref] for pk, ref in texts.items()},
        names={
            part.pk: _called(given.get(part.opener_id, (None, None)), opened)
            if part.opener_id
            else _unit(part, units, language)
            for part in view.disputants
        },
        language=language,
    )


def _units(dispute: Matter, view: DisputeView) -> Mapping[UUID, Words]:
    """The committee and the parties that are units, by name."""
    named = (dispute.holder_unit_id, *(part.holder_unit_id for part in view.disputants))
    return names_of(unit for unit in named if unit)


def _called(given: tuple[UUID | None, UUID | None], opened: Mapping[UUID, str]) -> tuple[str, str]:
    name, phone = given
    return opened[name] if name else "", opened[phone] if phone else ""


def _unit(part: Matter, units: Mapping[UUID, Words], language: str) -> tuple[str, str]:
    return (units[part.holder_unit_id].in_language(language) if part.holder_unit_id else "", "")


def _opener(by: Actor) -> Opener:
    """How the access log names who opened: a party who reads the agreement is no stranger to the other."""
    return opener_of(by) if by.posts else replace(opener_of(by), label=str(PARTY))
