"""What the tests of this door share: a shared and a private request, and keys."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.api.test_operations import token_for
from tests.domains.requests.lives import Life
from tests.neighbourhood import DESK

from linli.domains.matters.models import Matter
from linli.domains.places.models import Place

V2 = "/open311/v2"
LON, LAT = 116.3912, 39.9065
"""Where the building stands, in GCJ-02."""


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS, settings.HOME, settings.FILES = tmp_path / "keys", tmp_path, tmp_path / "files"


@pytest.fixture
def here(neighbourhood):
    """The neighbourhood on the map: its building has a centre and an outline, its first community a code."""
    west, south, east, north = LON - 0.001, LAT - 0.001, LON + 0.001, LAT + 0.001
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    Place.objects.filter(pk=neighbourhood.building).update(
        lon=LON,
        lat=LAT,
        west=west,
        south=south,
        east=east,
        north=north,
        geometry={"type": "Polygon", "coordinates": [ring]},
    )
    Place.objects.filter(pk=neighbourhood.places["willow"].pk).update(code="110101001001")
    return neighbourhood


def lately(walked):
    """The request as if it were filed today."""
    Matter.objects.filter(pk=walked.matter.pk).update(opened_at=timezone.now())
    walked.matter.refresh_from_db()
    return walked


@pytest.fixture
def shared(here):
    return lately(Life(here, share=True).replied())


@pytest.fixture
def private(here):
    return lately(Life(here, text="我家的水表转得太快，请来看看", category="utilities.water").replied())


@pytest.fixture
def key(here):
    """The token of the desk's machine."""
    return token_for(here, "desk", DESK)
