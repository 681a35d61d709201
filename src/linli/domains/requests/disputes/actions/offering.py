"""Mediation offered out of a request: the request waits for it, and hears how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.engine import Act, Draft, Move, open_within, perform_many
from linli.domains.matters.links import linked_earlier
from linli.domains.matters.models import Matter
from linli.domains.matters.models.link import Relation
from linli.domains.requests.disputes.actions.applying import join
from linli.domains.requests.disputes.kinds import DISPUTES
from linli.domains.requests.disputes.lifecycle import DISPUTE, dispute
from linli.domains.requests.disputes.lifecycle.disputant import Join
from linli.domains.requests.disputes.lifecycle.ending import ApplicantWithdrew, EndWithoutAgreement, PartyEnded
from linli.domains.requests.disputes.vocabulary import Side
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.mediating import MediationBegan, MediationEnded, OfferMediation
from linli.kernel.lifecycle import Transition


@REQUESTS.upon(OfferMediation)
def _open(acts: Sequence[Act]) -> None:
    """The dispute, with whoever reported it as the applicant: asked like the other, and as free to refuse."""
    for act in acts:
        given = act.given(OfferMediation)
        applied = dispute.Apply(about=given.about, place=act.matter.place_id, summary=given.summary)
        opening = Draft(details=applied, origin=act.matter.pk)
        opened = open_within(DISPUTE.kind, [opening], by=act.by, at=act.at)[0].matter
        join(opened, Join(side=Side.APPLICANT), person=act.matter.opener_id, by=act.by, at=act.at)
        act.matter.facts["mediation"] = opened.number


@DISPUTES.after(dispute.Begin)
def _waits(acts: Sequence[Act]) -> None:
    _follow(acts, MediationBegan())


@DISPUTES.after(dispute.SignAsMediator)
def _agreed(acts: Sequence[Act]) -> None:
    _follow(acts, MediationEnded(agreed=True))


@DISPUTES.after(PartyEnded, ApplicantWithdrew, EndWithoutAgreement, dispute.DeclineToMediate)
def _not_agreed(acts: Sequence[Act]) -> None:
    _follow(acts, MediationEnded(agreed=False))


@REQUESTS.upon(MediationEnded)
def _no_longer(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("mediation", None)


def _follow(acts: Sequence[Act], details: Transition) -> None:
    """Performs it on the requests that these came from, where they still are what it begins from."""
    states = {state.code for state in type(details).source}
    came_from = linked_earlier([act.matter for act in acts], Relation.ORIGIN)
    moves = [Move(matter=one.pk, details=details) for one in came_from if _waiting(one, states)]
    outcome = perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at) if moves else None
    for refusal in outcome.refused.values() if outcome else ():
        raise refusal


def _waiting(matter: Matter, states: set[str]) -> bool:
    return matter.kind == REQUEST.kind and matter.state in states and "mediation" in matter.facts
