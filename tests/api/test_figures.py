"""Figures over the machines' door: the same numbers as the office shows, with all they were made of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.api.test_operations import token_for
from tests.domains.requests.hidden import hide, moderator
from tests.domains.requests.lives import Life
from tests.neighbourhood import DESK, MONDAY

PERIOD = {"since": MONDAY.isoformat(), "until": (MONDAY + timedelta(days=30)).isoformat()}


@pytest.fixture
def desk(client, neighbourhood):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    return client


def test_the_whole_and_its_parts_come_with_what_they_were_made_of(desk, neighbourhood):
    Life(neighbourhood).closed()
    Life(neighbourhood).filed()
    told = desk.get("/api/v1/figures", PERIOD).json()
    whole = told["whole"]
    assert whole["balance"]["received"] == 2 == whole["balance"]["open"] + sum(whole["balance"]["apart"].values())
    assert whole["open"]["open"] == sum(whole["open"]["ages"].values()) == 1
    assert whole["rates"]["solved"] == {"numerator": 1, "denominator": 1, "share": 1.0}
    assert whole["contact"]["median_hours"] == 0.5
    assert set(told["parts"]) == {"place", "category", "kind", "unit"}
    assert desk.get("/api/v1/rates", PERIOD).json() == whole["rates"]
    assert desk.get("/api/v1/balance", PERIOD).json() == whole["balance"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "2026-03-02T10:00:00"},
        {"until": MONDAY.isoformat()},
        {"until": "9999-01-01T00:00:00Z"},
        {"area": "x"},
        {"kind": "gossip"},
        {"unit": "nobody"},
        {"category": "nothing\x00"},
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused_in_words(desk, wrong):
    answer = desk.get("/api/v1/figures", PERIOD | wrong)
    assert answer.status_code == 422, answer.content
    assert answer.json()["sentence"]


def test_an_area_that_is_nowhere_has_nothing(desk, neighbourhood):
    Life(neighbourhood).filed()
    told = desk.get("/api/v1/figures", PERIOD | {"area": "z9."}).json()
    assert (told["whole"]["balance"]["received"], told["whole"]["open"]["open"]) == (0, 0)


def test_what_was_hidden_from_neighbours_is_counted_by_ground(desk, neighbourhood):
    hide(Life(neighbourhood, share=True).filed(), moderator(neighbourhood, "head"), ground="insult")
    told = desk.get("/api/v1/hidden", PERIOD).json()
    assert (told["times"], told["still_hidden"], told["appealed"]) == (1, 1, 0)
    assert (told["flagged"], told["heeded"]) == (0, 0)
    assert told["by_ground"]["insult"] == 1 == sum(told["by_ground"].values())
