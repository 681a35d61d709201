"""Disputes over the machines' door: opened for whoever asks, read by whoever mediates, told to nobody else."""

from __future__ import annotations

import pytest
from tests.api.test_operations import token_for
from tests.domains.requests.disputes.lives import PHONE, RIGHTS, Talks
from tests.neighbourhood import DESK, staff_member

from linli.domains.matters.models import Matter
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(neighbourhood):
    return {
        "about": "water",
        "place": str(neighbourhood.building),
        "text": "楼上漏水泡了天花板",
        "other": "楼上住户",
        "applicant_name": "王某某",
        "applicant_phone": "13900000021",
    }


@pytest.fixture
def machine(client, neighbourhood):
    """Calls as somebody with these rights: `machine(RIGHTS)`."""

    def calls(rights, **more):
        neighbourhood.caller_by_token = staff_member(neighbourhood, f"machine{len(rights)}", "committee", set())
        token = token_for(neighbourhood, "caller_by_token", rights, **more)
        client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        return client

    return calls


def post(client, said):
    return client.post("/api/v1/disputes", said, content_type="application/json")


def test_a_dispute_is_opened_listed_and_read(machine, said):
    client = machine(RIGHTS)
    opened = post(client, said)
    assert opened.status_code == 201, opened.content
    part = opened.json()
    assert (part["kind"], part["state"]) == ("disputant", "waiting")
    rows = client.get("/api/v1/disputes").json()["rows"]
    assert [row["number"] for row in rows] == [part["number"].rpartition("-")[0]]
    detail = client.get(f"/api/v1/disputes/{rows[0]['number']}").json()
    assert "楼上漏水泡了天花板" in {text["body"] for moment in detail["timeline"] for text in moment["texts"]}
    assert {act["verb"] for act in detail["acts"]} >= {"invite", "decline_to_mediate"}


def test_the_applicant_is_a_person_who_finds_it_and_stands_nowhere_in_clear(machine, said):
    answer = post(machine(RIGHTS), said)
    assert Matter.objects.get(kind="disputant").opener_id is not None
    for hidden in (said["applicant_name"], said["applicant_phone"]):
        assert hidden not in answer.content.decode()


@pytest.mark.parametrize(
    ("rights", "purposes"),
    [(DESK, tuple(TokenPurpose)), (RIGHTS, [TokenPurpose.READ])],
    ids=["who does not mediate", "a token for reading"],
)
def test_who_may_not_opens_none(machine, said, rights, purposes):
    answer = post(machine(rights, purposes=purposes), said)
    assert answer.status_code == 403, answer.content
    assert not Matter.objects.exists()


def test_nobody_opens_one_in_another_community(machine, said):
    answer = post(machine(RIGHTS, place="poplar", unit="other_committee"), said)
    assert answer.status_code == 403
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"applicant_name": ""}, {"about": "weather"}, {"text": ""}, {"applicant_phone": "12"}, {"place": "nowhere"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_is_wrong_is_refused_and_nothing_is_opened(machine, said, wrong):
    answer = post(machine(RIGHTS), said | wrong)
    assert answer.status_code == 422, answer.content
    assert answer.json()["sentence"]
    assert not Matter.objects.exists()


def test_who_does_not_mediate_reads_none(machine, said, neighbourhood):
    talks = Talks(neighbourhood).mediating()
    client = machine(DESK)
    assert client.get("/api/v1/disputes").status_code == 403
    for address in ("disputes", "requests"):
        for matter in (talks.dispute, talks.first):
            assert client.get(f"/api/v1/{address}/{matter.number}").status_code == 404


def test_a_unit_that_is_a_party_reads_no_note_of_the_mediators(machine, neighbourhood):
    talks = Talks(neighbourhood)
    talks.does(life.Invite(unit=neighbourhood.units["property"]), talks.mediator)
    note = "经理口头说愿意赔"
    talks.does(party.AgreeInPerson(how="phone", read=True, note=note), talks.mediator, on=talks.second)
    client = machine({"disputes.answer", "requests.handle"}, unit="property")
    for address in ("disputes", "requests", "disputants"):
        for number in (talks.second.number, talks.first.number, talks.dispute.number):
            answer = client.get(f"/api/v1/{address}/{number}")
            assert answer.status_code in (404, 405)
            assert note not in answer.content.decode()


def test_a_phone_of_the_other_party_is_told_to_no_machine(machine, neighbourhood):
    talks = Talks(neighbourhood).invited()
    client = machine(RIGHTS)
    assert PHONE not in client.get(f"/api/v1/disputes/{talks.dispute.number}").content.decode()
