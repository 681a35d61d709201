"""The machines' door: tokens and purposes, the life of a request over HTTP, errors with a sentence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.neighbourhood import DESK, MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Post, Role
from linli.domains.people.tokens.actions import issue_token, revoke_token
from linli.domains.people.tokens.models import Token
from linli.domains.people.tokens.vocabulary import TokenPurpose


def token_for(
    neighbourhood, part: str, rights: set[str], *, purposes=tuple(TokenPurpose), unit="committee", place="willow"
) -> str:
    actor = getattr(neighbourhood, part)
    role, _ = Role.objects.get_or_create(code=part, defaults={"name": part, "name_en": part, "rights": sorted(rights)})
    Post.objects.create(
        account_id=actor.account,
        organisation_id=neighbourhood.units[unit],
        role=role,
        place=neighbourhood.places[place],
        since=MONDAY,
    )
    return issue_token(
        account=actor.account, name="test", purposes=purposes, lasts=timedelta(days=1), by=SYSTEM, at=timezone.now()
    )


@pytest.fixture
def desk(client, neighbourhood):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    return client


def file_one(client, neighbourhood, **more):
    sent = {"text": "三号楼电梯坏了", "place": str(neighbourhood.building), "category": "home.lift"} | more
    return client.post("/api/v1/requests", sent, content_type="application/json")


def test_a_request_is_filed_listed_found_and_read(desk, neighbourhood):
    filed = file_one(desk, neighbourhood)
    assert filed.status_code == 201, filed.content
    number = filed.json()["matter"]["number"]
    assert len(filed.json()["tracking_code"]) == 14
    assert [row["number"] for row in desk.get("/api/v1/requests").json()["rows"]] == [number]
    assert [row["number"] for row in desk.get("/api/v1/requests/search", {"words": "电梯"}).json()] == [number]
    detail = desk.get(f"/api/v1/requests/{number}").json()
    assert detail["timeline"][0]["texts"][0]["body"] == "三号楼电梯坏了"
    assert {act["verb"] for act in detail["acts"]} >= {"accept", "decline_to_accept"}


def test_every_act_of_the_table_is_an_operation(desk, neighbourhood):
    number = file_one(desk, neighbourhood).json()["matter"]["number"]
    done = desk.post(f"/api/v1/requests/{number}/accept", {}, content_type="application/json")
    assert (done.status_code, done.json()["state"]) == (200, "filed"), done.content
    unit = str(neighbourhood.units["property"])
    sent = desk.post(f"/api/v1/requests/{number}/dispatch", {"unit": unit}, content_type="application/json")
    assert sent.json()["state"] == "dispatched", sent.content


def test_a_stale_version_is_told_what_stands_there(desk, neighbourhood):
    number = file_one(desk, neighbourhood).json()["matter"]["number"]
    accept = f"/api/v1/requests/{number}/accept"
    assert desk.post(accept, {}, content_type="application/json", HTTP_IF_MATCH='"1"').status_code == 200
    again = desk.post(accept, {}, content_type="application/json", HTTP_IF_MATCH='"1"')
    assert (again.status_code, again.json()["code"]) == (409, "stale")
    assert "已立案" in again.json()["sentence"]


def test_one_character_is_too_little_to_search_for(desk, neighbourhood):
    refused = desk.get("/api/v1/requests/search", {"words": "梯"})
    assert (refused.status_code, refused.json()["sentence"]) == (422, "请至少输入两个字再搜索。")


def test_a_refusal_names_the_field_to_mend(desk, neighbourhood):
    refused = file_one(desk, neighbourhood, category="no.such")
    assert refused.status_code == 422
    assert "类别" in refused.json()["sentence"]


def test_without_a_token_nothing_is_told(client, neighbourhood):
    refused = client.get("/api/v1/requests")
    assert (refused.status_code, refused.json()["code"]) == (401, "no_token")


def test_a_token_serves_its_purposes_only(client, neighbourhood):
    token = token_for(neighbourhood, "desk", DESK, purposes=[TokenPurpose.READ])
    refused = file_one_with(client, neighbourhood, token)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


def file_one_with(client, neighbourhood, token):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return file_one(client, neighbourhood)


def test_a_revoked_token_stops_at_once(desk, neighbourhood):
    revoke_token(token=Token.objects.get().pk, by=SYSTEM, at=timezone.now())
    assert desk.get("/api/v1/requests").status_code == 401


def test_errors_are_in_the_callers_language(desk, neighbourhood):
    refused = desk.get("/api/v1/requests/SQ99-000000", HTTP_ACCEPT_LANGUAGE="en")
    assert refused.status_code == 404
    assert refused.json()["sentence"].startswith("We cannot find this matter")


def test_another_communitys_request_is_not_found(client, desk, neighbourhood):
    number = file_one(desk, neighbourhood).json()["matter"]["number"]
    stranger = neighbourhood.stranger
    role = Role.objects.create(code="elsewhere", name="别处", name_en="Elsewhere", rights=sorted(DESK))
    Post.objects.create(
        account_id=stranger.account,
        organisation_id=neighbourhood.units["other_committee"],
        role=role,
        place=neighbourhood.places["poplar"],
        since=MONDAY,
    )
    token = issue_token(
        account=stranger.account,
        name="x",
        purposes=list(TokenPurpose),
        lasts=timedelta(1),
        by=SYSTEM,
        at=timezone.now(),
    )
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    for address in (f"/api/v1/requests/{number}", f"/api/v1/requests/{number}/accept"):
        ask = client.post if address.endswith("accept") else client.get
        assert ask(address, content_type="application/json").status_code == 404
    assert client.get("/api/v1/requests").json()["rows"] == []
