"""Every act, sent from a page that was read before somebody else acted: refused with what stands there now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate
from tests.domains.notices.lives import NoticeLife, ReplyLife
from tests.domains.requests.disputes.lives import STEPS, moved
from tests.domains.requests.lives import Life
from tests.faults.test_another_community import everything
from tests.neighbourhood import staff_member
from tests.staffed import administration, administrator, appoint, here

from linli.domains.matters.kinds import kinds
from linli.domains.matters.models import Matter
from linli.domains.notices.lifecycle import NOTICE, REPLY
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account, Role
from linli.domains.people.rights import known
from linli.domains.people.tokens.actions import issue_token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.requests.disputes.lifecycle import DISPUTANT
from linli.domains.requests.lifecycle import ASSIGNMENT, EXCLUSION, FLAG, HIDING, REPORT_IN, WHISTLE

__all__ = ["administration", "here"]
REACHED = {
    "sent": "dispatched",
    "taken": "signed",
    "working": "in_progress",
    "waiting": "info_requested",
    "asked": "exclusion_asked",
}
"""How a life gets an assignment into a state; a request's states are called as the life's steps."""
WORDS = {
    "text": "看看",
    "note": "看看",
    "reason": "看看",
    "evidence": "看看",
    "task": "看看",
    "body": "看看",
    "summary": "看看",
    "about": "water",
    "into": "SQ26-000001",
    "door": "court",
    "review_on": str(localdate() + timedelta(days=5)),
    "plan_on": str(localdate() + timedelta(days=5)),
    "scope": "words",
    "ask_on": str(localdate() + timedelta(days=5)),
    "answer": "看看",
    "show": "true",
    "category": "home.lift",
}
WORDS |= dict.fromkeys(
    ("name", "present", "minutes", "facts", "promise", "agreement", "court", "revisit", "where"), "看看"
)
WORDS |= {
    "owing": "both",
    "due": WORDS["plan_on"],
    "session_on": WORDS["plan_on"],
    "held_on": str(localdate()),
    "how": "paper",
    "outcome": "valid",
}
LIVES = {kind.life.kind: kind.life for kind in kinds()}
ANSWERS = {
    "true_on_site": "true",
    "contacted": "false",
    "solved": "true",
    "satisfied": "true",
    "did_share": "true",
    "rightly": "true",
    "read": "true",
    "agreed": "true",
    "heeded": "false",
    "both_agree": "true",
    "settled": "true",
}
ACTS = [
    (life.kind, transition.verb(), transition.source[0].code)
    for life in LIVES.values()
    for transition in life.transitions
    if not transition.derived
]
PLURAL = {REPLY.kind: "replies"}
RESIDENTS = {"judge", "reopen", "withdraw", "give_information", "object", "appeal_hiding", "take_back_reply"}
PARTIES = {"agree", "decline", "sign", "refuse_to_sign", "want_confirmation", "confide", "leave", "take_back"}
"""Acts of a party: a resident's on their own page, a unit's in the office."""
OWN = [
    (kind, verb, state)
    for kind, verb, state in ACTS
    if verb in (PARTIES if kind == DISPUTANT.kind else RESIDENTS | {"comment"})
]


@pytest.fixture
def able(administration):
    """Somebody who may do everything that staff do here."""
    here = administration
    rights = sorted(code for code, right in known().items() if right.administers is None)
    Role.objects.create(code="everything", name="样样能办", name_en="Everything", rights=rights)
    return administrator("able", "everything", here.places["willow"], here.units["property"]).account


def requested(here, kind, state):
    """A notice, a request, or the part of one, in a state."""
    if kind == NOTICE.kind:
        return getattr(NoticeLife(here), state)().matter
    if kind == REPLY.kind:
        return ReplyLife(here).matter
    walked = getattr(Life(here, share=True), REACHED.get(state, state))()
    parts = {
        ASSIGNMENT.kind: "lead",
        EXCLUSION.kind: "exclusion",
        HIDING.kind: "hiding",
        FLAG.kind: "flagged",
        WHISTLE.kind: "whistle",
        REPORT_IN.kind: "called_unit",
    }
    return getattr(walked, parts.get(kind, "matter"))


@pytest.fixture
def changed(able, here):
    """A matter in the state an act begins from, changed by somebody since: it, the version seen, what the act asks."""

    def lived(kind, verb, state):
        matter = moved(here, kind, state)[1] if kind in STEPS else requested(here, kind, state)
        seen = matter.version
        Matter.objects.filter(pk=matter.pk).update(version=F("version") + 1)
        known_words = WORDS | ANSWERS | {"unit": str(here.units["water"]), "units": [str(here.units["office"])]}
        asked = LIVES[kind].by_verb[verb].model_fields
        if "to" in asked:
            known_words["to"] = str(colleague_of(here, matter.holder_unit_id))
        if "places" in asked:
            known_words |= {"title": "停水通知", "body": "周三上午停水。", "places": [str(here.building)]}
        if {"secrecy", "personal"} <= asked.keys():
            known_words |= dict.fromkeys(("facts", "secrecy", "personal"), "true")
        if "ground" in asked:
            known_words["ground"] = next(iter(asked["ground"].annotation)).value
        return matter, seen, {name: value for name, value in known_words.items() if name in asked}

    return lived


def colleague_of(here, unit):
    """Somebody else who answers for the unit."""
    name = next(name for name, each in here.units.items() if each == unit)
    member = staff_member(here, f"second-{name}", name, {"requests.read", "requests.handle"})
    appoint(member)
    return member.account


def now_stands(matter):
    return LIVES[matter.kind].by_code[Matter.objects.get(pk=matter.pk).state].words.zh


@pytest.mark.parametrize(("kind", "verb", "state"), ACTS)
def test_over_the_machines_door(changed, able, kind, verb, state):
    matter, seen, given = changed(kind, verb, state)
    purposes, at = list(TokenPurpose), timezone.now()
    token = issue_token(account=able, name="x", purposes=purposes, lasts=timedelta(1), by=SYSTEM, at=at)
    machine = Client(headers={"authorization": f"Bearer {token}", "if-match": f'"{seen}"'})
    before = everything()
    answer = machine.post(
        f"/api/v1/{PLURAL.get(kind, f'{kind}s')}/{matter.number}/{verb}", given, content_type="application/json"
    )
    assert (answer.status_code, answer.json().get("code")) == (409, "stale"), answer.content
    assert now_stands(matter) in answer.json()["sentence"]
    assert everything() == before


@pytest.mark.parametrize(("kind", "verb", "state"), [act for act in ACTS if act[1] not in RESIDENTS])
def test_in_the_office(changed, able, kind, verb, state):
    matter, seen, given = changed(kind, verb, state)
    browser = Client(headers={"accept-language": "zh-CN"})
    browser.force_login(Account.objects.get(pk=able))
    before = everything()
    answer = browser.post(f"/office/matters/{matter.number}/acts/{verb}/", given | {"version": str(seen)})
    assert answer.status_code == 409, answer.content.decode()
    assert now_stands(matter) in answer.content.decode()
    assert everything() == before


@pytest.mark.parametrize(("kind", "verb", "state"), OWN)
def test_on_the_residents_own_page(changed, here, kind, verb, state):
    matter, seen, given = changed(kind, verb, state)
    Matter.objects.filter(pk=matter.pk).update(opener=here.neighbour.person)
    browser = Client(headers={"accept-language": "zh-CN"})
    browser.force_login(Account.objects.get(pk=here.neighbour.account))
    before = everything()
    answer = browser.post(f"/track/{matter.number}/{verb}/", given | {"version": str(seen)})
    assert answer.status_code == 409, answer.content.decode()
    assert now_stands(matter) in answer.content.decode()
    assert everything() == before
