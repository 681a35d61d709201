"""Notices over the machines' door: written, reviewed by another token, read by any."""

from __future__ import annotations

import pytest
from tests.api.test_operations import token_for

WRITER = {"notices.read", "notices.write"}
REVIEWER = {"notices.read", "notices.review"}


@pytest.fixture
def through(client, neighbourhood):
    """Calls with the token of somebody: `through("desk").post(…)`."""
    tokens = {
        "desk": token_for(neighbourhood, "desk", WRITER),
        "verifier": token_for(neighbourhood, "verifier", REVIEWER),
        "stranger": token_for(neighbourhood, "stranger", REVIEWER, unit="other_committee", place="poplar"),
    }

    def by(name: str):
        client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {tokens[name]}"
        return client

    return by


def post(browser, address, given=None):
    return browser.post(f"/api/v1/notices{address}", given or {}, content_type="application/json")


def drafted(neighbourhood, **more):
    given = {"type": "ordinary", "title": "停水通知", "body": "周三上午停水，请储水。"}
    return given | {"places": [str(neighbourhood.building)]} | more


TICKS = {"facts": True, "secrecy": True, "personal": True}


def test_a_notice_comes_out_through_two_tokens_and_any_reads_it(through, neighbourhood):
    number = post(through("desk"), "", drafted(neighbourhood)).json()["number"]
    assert post(through("desk"), f"/{number}/submit").json()["state"] == "in_review"
    assert through("stranger").get(f"/api/v1/notices/{number}").status_code == 404
    assert through("stranger").get(f"/api/v1/notices/{number}/life").status_code == 404
    assert post(through("desk"), f"/{number}/approve", TICKS).status_code == 403
    assert post(through("verifier"), f"/{number}/approve", TICKS).status_code == 200
    read = through("stranger").get(f"/api/v1/notices/{number}").json()
    assert (read["holds"], read["body"]) == (True, "周三上午停水，请储水。")
    assert [row["number"] for row in through("stranger").get("/api/v1/notices").json()["rows"]] == [number]


def test_a_correction_is_begun_and_named_both_ways(through, neighbourhood):
    number = post(through("desk"), "", drafted(neighbourhood)).json()["number"]
    post(through("desk"), f"/{number}/submit")
    post(through("verifier"), f"/{number}/approve", TICKS)
    later = post(through("desk"), f"/{number}/corrections", drafted(neighbourhood, body="周四上午停水。")).json()[
        "number"
    ]
    post(through("desk"), f"/{later}/submit")
    post(through("verifier"), f"/{later}/approve", TICKS)
    assert through("desk").get(f"/api/v1/notices/{number}").json()["corrected_by"] == later
    assert through("desk").get(f"/api/v1/notices/{later}").json()["corrects"] == number
    held = through("desk").get("/api/v1/notices", {"holds": "true"}).json()["rows"]
    assert [row["number"] for row in held] == [later]


def test_what_cannot_be_is_refused_in_a_sentence(through, neighbourhood):
    refused = post(through("desk"), "", drafted(neighbourhood, places=["11111111-1111-1111-1111-111111111111"]))
    assert refused.status_code == 422
    assert "请从列表里选择" in refused.json()["sentence"]
