"""Hand-overs and absences over the machines' door: the same acts, half a batch named, a call sent twice once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.domains.requests.lives import Life
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.people.absences.models import Absence
from linli.domains.people.actor import SYSTEM
from linli.domains.people.tokens.actions import issue_token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.requests.rights import HANDLE, LEAD, READ


@pytest.fixture
def here(neighbourhood):
    here = neighbourhood
    for name, more in (("head", {LEAD.code}), ("colleague", set())):
        setattr(here, name, staff_member(here, name, "property", {READ.code, HANDLE.code} | more))
    for each in (here.head, here.colleague, here.handler, here.other_handler):
        appoint(each)
    return here


@pytest.fixture
def machine(here):
    def signed(name: str) -> Client:
        about = {"account": getattr(here, name).account, "name": "x", "purposes": list(TokenPurpose)}
        token = issue_token(**about, lasts=timedelta(days=1), by=SYSTEM, at=timezone.now())
        return Client(headers={"authorization": f"Bearer {token}", "accept-language": "zh-CN"})

    return signed


def post(client, path, sent, **headers):
    return client.post(f"/api/v1/{path}", sent, content_type="application/json", headers=headers)


def test_what_is_in_a_name_is_read_and_handed_over_half_by_half(here, machine):
    first, second = Life(here).in_progress(), Life(here).planned()
    head, unit = machine("head"), here.units["property"]
    team = head.get("/api/v1/team").json()
    assert [(each["name"], each["open"]) for each in team[0]["people"]] == [
        ("colleague", 0),
        ("handler", 2),
        ("head", 0),
    ]
    found = head.get(f"/api/v1/team/{unit}/{here.handler.account}").json()
    assert {each["matter"]["number"] for each in found} == {first.lead.number, second.lead.number}
    assert [each["plan_on"] for each in found if each["plan_on"]] == [second.lead.facts["plan_on"]]
    cases = [{"id": each["matter"]["id"], "version": each["matter"]["version"]} for each in found]
    cases[1]["version"] += 1
    answer = post(head, "hand_overs", {"to": str(here.colleague.account), "cases": cases, "note": "钥匙在前台"}).json()
    assert [each["id"] for each in answer["done"]] == [cases[0]["id"]]
    assert [(each["id"], each["code"]) for each in answer["refused"]] == [(cases[1]["id"], "stale")]
    left = head.get(f"/api/v1/team/{unit}/{here.handler.account}").json()
    assert [each["matter"]["id"] for each in left] == [cases[1]["id"]]


def test_a_call_sent_twice_hands_over_once_and_is_answered_the_same(here, machine):
    walked, head = Life(here).in_progress(), machine("head")
    sent = {"to": str(here.colleague.account), "cases": [{"id": str(walked.lead.pk), "version": walked.lead.version}]}
    first, again = (post(head, "hand_overs", sent, **{"idempotency-key": "one"}) for _ in range(2))
    assert first.json() == again.json()
    assert len(first.json()["done"]) == 1


def test_an_absence_is_noted_listed_and_ended(here, machine):
    handler, until = machine("handler"), timezone.now() + timedelta(days=3)
    sent = {
        "account": str(here.handler.account),
        "unit": str(here.units["property"]),
        "stand_in": str(here.colleague.account),
        "until": until.isoformat(),
    }
    noted = post(handler, "absences", sent)
    assert noted.status_code == 201, noted.content
    listed = machine("colleague").get("/api/v1/absences").json()
    assert [(each["id"], each["stand_in_name"]) for each in listed] == [(noted.json()["id"], "colleague")]
    assert machine("other_handler").get("/api/v1/absences").json() == []
    again = post(handler, "absences", sent)
    assert (again.status_code, "不重叠" in again.json()["sentence"]) == (422, True)
    assert post(machine("colleague"), f"absences/{noted.json()['id']}/end", {}).status_code == 403
    assert post(machine("other_handler"), f"absences/{noted.json()['id']}/end", {}).status_code == 404
    assert post(handler, f"absences/{noted.json()['id']}/end", {}).status_code == 204
    assert machine("colleague").get("/api/v1/absences").json() == []
    assert Absence.objects.count() == 1


def test_who_answers_for_no_unit_reads_none_of_it(here, machine):
    appoint(here.supervisor)
    supervisor = machine("supervisor")
    for path in ("team", "absences"):
        assert supervisor.get(f"/api/v1/{path}").status_code == 403
    hands = f"team/{here.units['property']}/{here.handler.account}"
    assert supervisor.get(f"/api/v1/{hands}").status_code == 404
