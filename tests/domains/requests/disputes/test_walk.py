"""Every state × transition × part of a dispute: what the tables allow happens; all else changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.domains.requests.disputes.lives import SHEET, moved
from tests.neighbourhood import MONDAY, staff_member

from linli.domains.matters.engine import perform
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Clock, Event, Matter, Text
from linli.domains.requests.disputes.lifecycle import (
    DISPUTANT,
    DISPUTE,
    PROMISE,
    disputant,
    dispute,
    ending,
    performing,
    promise,
    sessions,
)
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

TODAY, LATER = MONDAY.date(), MONDAY.date() + timedelta(days=20)
SAMPLES = {
    dispute.Invite: {"name": "王某某"},
    dispute.DeclineToMediate: {"ground": "no_dispute", "reason": "不是民间纠纷"},
    sessions.ArrangeSession: {"session_on": LATER, "where": "上午九点，社区调解室"},
    sessions.HoldSession: {"held_on": TODAY, "present": "双方当事人", "minutes": "各自陈述"},
    dispute.RecordFacts: {"facts": "水管老化"},
    dispute.AddPromise: {"owing": "both", "promise": "互不干扰", "due": LATER},
    dispute.DraftAgreement: {"agreement": "双方自愿达成协议"},
    dispute.ExtendMediation: {"both_agree": True},
    dispute.NoteToFile: {"note": "要补充"},
    performing.FileConfirmation: {"court": "柳河区人民法院"},
    performing.RecordConfirmation: {"outcome": "valid"},
    performing.Revisit: {"settled": True, "revisit": "双方满意"},
    performing.EndUnperformed: {"reason": "可起诉"},
    ending.EndWithoutAgreement: {"reason": "分歧较大"},
    disputant.Agree: {"read": True},
    disputant.AgreeInPerson: {"read": True, "how": "paper"},
    disputant.Sign: {"agreed": True},
    disputant.SignOnPaper: {"held_on": TODAY},
    disputant.Confide: {"text": "私下说"},
    promise.Owe: {"due": LATER},
    promise.Keep: {"evidence": "看过"},
    promise.Miss: {"evidence": "没做"},
}
WALKED = (DISPUTE, DISPUTANT, PROMISE)
ALL = [(life.kind, state.code) for life in WALKED for state in life.states]


def rows():
    return tuple(model.objects.count() for model in (Event, Text, Clock, Entry, Matter))


def hindered(transition, matter, details, at):
    return any(guard.check(matter, details, at) for guard in transition.guards)


@pytest.mark.parametrize(("kind", "state"), ALL)
def test_a_state_can_be_reached(neighbourhood, kind, state):
    assert moved(neighbourhood, kind, state)[1].state == state


@pytest.mark.parametrize(("kind", "state"), ALL)
def test_only_what_the_table_allows_happens(neighbourhood, kind, state):
    talks, matter = moved(neighbourhood, kind, state)
    far = staff_member(neighbourhood, "far", "property", {"requests.read", "requests.handle", "requests.accept"})
    actors = {
        "mediator": talks.mediator,
        "applicant": neighbourhood.resident,
        "respondent": talks.other,
        "neighbour": neighbourhood.neighbour,
        "desk": neighbourhood.desk,
        "property": far,
    }
    life = kind_of(kind).life
    for name, actor in actors.items():
        for transition in life.transitions:
            fresh = Matter.objects.get(pk=matter.pk)
            details = transition(**SAMPLES.get(transition, {}))
            allowed = fresh.state in {s.code for s in transition.source} and transition.who(actor, fresh)
            allowed = allowed and not hindered(transition, fresh, details, talks.at)
            before = rows()
            with transaction.atomic():
                try:
                    files = (SHEET,) if transition is disputant.SignOnPaper else ()
                    done = perform(fresh.pk, details, by=actor, at=talks.at, files=files)
                    outcome, landed = True, done.state
                except Refusal:
                    outcome, landed = False, state
                    assert rows() == before
                assert outcome == allowed, (name, transition.verb())
                assert landed in {state, *(target.code for target in transition.target)}
                transaction.set_rollback(True)


def test_every_act_with_details_has_a_sample():
    for life in WALKED:
        for transition in life.transitions:
            transition(**SAMPLES.get(transition, {}))
