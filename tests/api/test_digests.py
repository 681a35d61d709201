"""Digests over the machines' door: the record's own numbers, for whoever reads a part of the place."""

from __future__ import annotations

import pytest
from tests.api.test_operations import token_for
from tests.domains.insight.weeks_lived import frozen, lively
from tests.neighbourhood import DESK

from linli.kernel.record import body_of


@pytest.fixture
def desk(client, neighbourhood):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    return client


def test_the_numbers_are_those_of_the_record(desk, neighbourhood):
    lively(neighbourhood)
    digest = frozen(neighbourhood)
    listed = {each["place"]: each["id"] for each in desk.get("/api/v1/digests").json()}
    assert listed[neighbourhood.places["willow"].path] == str(digest.pk)
    told = desk.get(f"/api/v1/digests/{digest.pk}").json()
    assert told["numbers"] == body_of(digest.entry)
    assert told["sample"] == {"drawn": 20, "checked": 0, "wrong": 0}
    assert told["sentences"][0].startswith("本周") or told["sentences"][0].startswith("This week")


def test_another_communitys_is_read_on_the_public_page(desk, neighbourhood):
    lively(neighbourhood)
    digest = frozen(neighbourhood, "poplar")
    answer = desk.get(f"/api/v1/digests/{digest.pk}")
    assert answer.status_code == 403
    assert neighbourhood.places["poplar"].path not in [each["place"] for each in desk.get("/api/v1/digests").json()]


def test_one_that_is_not_there_is_not_found(desk, neighbourhood):
    assert desk.get(f"/api/v1/digests/{neighbourhood.building}").status_code == 404
