"""A year of real messages of a city: the digests hold, balance, and name what a jury called the year's hot issues."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from tests.domains.insight.weeks_lived import put_in_order

from linli.bench.texts import folder
from linli.domains.insight.freezing import freeze, read
from linli.domains.insight.models import Digest
from linli.domains.insight.verifying import faults
from linli.domains.insight.weeks import Week
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.importing.actions import bring_in, look, place_called

MESSAGES: Path = folder() / "messages_votes.csv"
FIRST, WEEKS = date(2019, 7, 1), 26
HOT = {"伊景园": range(1, 9), "丽发": range(26)}
"""Places of two of the hot issues that the data's own jury names, and the weeks from the first in which it saw them."""


@pytest.mark.skipif(not MESSAGES.exists(), reason="the real messages are not at hand: set LINLI_DATA")
def test_half_a_year_of_real_weeks(neighbourhood):
    bring_in(MESSAGES, look(MESSAGES), place=place_called("柳荫街道"), by=SYSTEM, at=timezone.now())
    put_in_order()
    found: dict[str, set[int]] = {name: set() for name in HOT}
    for number in range(WEEKS):
        week = Week(FIRST).earlier(-number)
        freeze(week, at=week.until)
        digest = Digest.objects.get(place=neighbourhood.places["subdistrict"], since=week.monday)
        assert digest.numbers["received"] == sum(digest.numbers["states"].values()) > 0
        for name, title in ((name, title) for name in HOT for title in titles(digest)):
            found[name] |= {number} if name in title else set()
    assert list(faults(digest)) == []
    assert all(weeks and weeks <= set(HOT[name]) for name, weeks in found.items()), found


def titles(digest: Digest) -> list[str]:
    """The titles of what stands in a digest as a single matter that many wrote about."""
    large = {each["matter"] for each in digest.numbers["matters"]}
    numbers = [line.number for line in read(bytes(digest.made_of)).lines if line.matter in large]
    return list(Matter.objects.filter(number__in=numbers).values_list("title", flat=True))
