"""Asking both parties: it begins when all want it, and ends when one does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.engine import Act, NewFile
from linli.domains.matters.models import Matter
from linli.domains.people.actions import find_or_register
from linli.domains.requests.disputes.actions.applying import join
from linli.domains.requests.disputes.actions.following import itself_follows, parts_follow, parts_in, whole_follows
from linli.domains.requests.disputes.kinds import DISPUTANTS, DISPUTES
from linli.domains.requests.disputes.lifecycle import DISPUTANT, PROMISE, disputant, dispute
from linli.domains.requests.disputes.lifecycle.ending import ApplicantWithdrew, EndWithoutAgreement, PartyEnded
from linli.domains.requests.disputes.lifecycle.performing import EndUnperformed, Revisit
from linli.domains.requests.disputes.lifecycle.promise import Lapse
from linli.domains.requests.disputes.refusals import same_party
from linli.domains.requests.disputes.states import TAKES_PART
from linli.domains.requests.disputes.vocabulary import Side


@DISPUTES.upon(dispute.Invite)
def _name_the_other(acts: Sequence[Act]) -> None:
    """The other party gets a part of their own; their name and phone go to the register of people and stay nowhere."""
    for act in acts:
        details = act.given(dispute.Invite)
        person = None
        if details.name:
            person = find_or_register(name=details.name, phone=details.phone, by=act.by, at=act.at)
            if Matter.objects.filter(parent=act.matter, opener=person).exists():
                raise same_party()
        act.files = for_mediators_alone(act)
        act.details = details.model_copy(update={"name": "", "phone": ""})
        join(
            act.matter,
            disputant.Join(side=Side.RESPONDENT),
            person=person,
            unit=details.unit,
            by=act.by,
            at=act.at,
        )
        act.matter.facts["parties"] = Matter.objects.filter(parent=act.matter, kind=DISPUTANT.kind).count()


@DISPUTES.upon(dispute.NoteToFile)
def _inside(acts: Sequence[Act]) -> None:
    for act in acts:
        act.files = for_mediators_alone(act)


def for_mediators_alone(act: Act) -> Sequence[NewFile]:
    """The act's files, kept from the parties as its words are."""
    return [replace(file, staff_only=True) for file in act.files]


@DISPUTES.after(dispute.Invite)
def _ask_all(acts: Sequence[Act]) -> None:
    parts_follow(acts, DISPUTANT, disputant.BeAsked)


@DISPUTANTS.after(disputant.Agree, disputant.AgreeInPerson)
def _one_more_wants_it(acts: Sequence[Act]) -> None:
    whole_follows(acts, dispute.PartyAgreed())


@DISPUTES.after(dispute.PartyAgreed)
def _begin(acts: Sequence[Act]) -> None:
    ready = [act for act in acts if parts_in(act.matter, DISPUTANT, TAKES_PART.code) == act.matter.facts["parties"]]
    if ready:
        itself_follows(ready, dispute.Begin())


@DISPUTANTS.after(disputant.Decline, disputant.Leave)
def _one_does_not(acts: Sequence[Act]) -> None:
    whole_follows(acts, PartyEnded())


@DISPUTANTS.after(disputant.TakeBack)
def _taken_back(acts: Sequence[Act]) -> None:
    whole_follows(acts, ApplicantWithdrew())


@DISPUTANTS.after(disputant.Confide)
def _tell_the_mediator(acts: Sequence[Act]) -> None:
    whole_follows(acts, dispute.PartyWrote())


@DISPUTES.after(PartyEnded, ApplicantWithdrew, EndWithoutAgreement, EndUnperformed, dispute.DeclineToMediate, Revisit)
def _all_ends(acts: Sequence[Act]) -> None:
    if ended := [act for act in acts if act.target.final]:
        parts_follow(ended, DISPUTANT, disputant.End)
        parts_follow(ended, PROMISE, Lapse)
