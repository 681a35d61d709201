"""Every real file imports as it is: so many rows, all findable, official replies at their times (see LINLI_DATA)."""

import os
from pathlib import Path

import pytest
from django.utils import timezone

from linli.domains.matters.models import Event, Matter, SearchRow
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.importing.actions import bring_in, look, place_called, try_dry

DATA = Path(os.environ.get("LINLI_DATA", Path(__file__).parents[5] / "shared" / "data"))
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the real files are not at hand: set LINLI_DATA")

FILES = [
    ("requests-zh/messages_votes.csv", 4326, 0, 0),
    ("requests-zh/messages_replies.csv", 2216, 2216, 0),
    ("requests-zh/messages_unlabelled.csv", 2801, 0, 0),
    ("requests-zh/messages_labelled.csv", 1105, 0, 0),
    ("requests-311/nyc311_mixed_2018_19.csv", 990, 913, 10),
    ("requests-311/open311dashboard_sf_fixture.json", 500, 0, 0),
]
"""File, rows brought in, official replies, rows that contradict themselves (closed before they were opened)."""


@pytest.mark.parametrize(("name", "opened", "replied", "fallen"), FILES)
def test_a_dry_run_over_every_real_file(neighbourhood, name, opened, replied, fallen):
    said = try_dry(look(DATA / name), place=place_called("柳荫街道"), at=timezone.now())
    assert (said.counts["opened"], said.counts["replied"], said.counts["fallen"]) == (opened, replied, fallen)


@pytest.mark.parametrize(("name", "opened", "replied", "fallen"), FILES)
def test_every_row_comes_in(neighbourhood, name, opened, replied, fallen):
    path = DATA / name
    one = bring_in(path, look(path), place=place_called("柳荫街道"), by=SYSTEM, at=timezone.now())
    assert (one.counts["opened"], one.counts["replied"], one.counts["fallen"]) == (opened, replied, fallen)
    assert SearchRow.objects.count() == Matter.objects.filter(kind="request").count() == opened
    assert Event.objects.filter(verb="lead_answered").count() == replied


def test_a_gzipped_file_of_another_city_is_understood(neighbourhood):
    said = try_dry(look(DATA / "requests-311/boston311_2011.csv.gz"), place=place_called("柳荫街道"), at=timezone.now())
    assert sum(said.counts[name] for name in ("opened", "repeated", "fallen")) == 58_251
    assert said.counts["fallen"] < 100
