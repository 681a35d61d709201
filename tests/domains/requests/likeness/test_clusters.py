"""A cluster is named by what most of its titles say, the place that holds all, and its days."""

from datetime import timedelta

import pytest
from tests.domains.requests.likeness.conftest import SMOKE, SMOKE_AGAIN
from tests.neighbourhood import MONDAY

from linli.domains.requests.likeness import cluster

pytestmark = pytest.mark.django_db


def test_it_is_named_by_words_place_and_days(neighbourhood, say_it):
    named = cluster([say_it(SMOKE), say_it(SMOKE_AGAIN, place="willow", days=9)])
    assert named.phrases == ["丽景花园三号楼", "楼下的烧烤店", "烟味飘进家里"]
    assert named.place == neighbourhood.places["willow"].path
    assert (named.since, named.until) == (MONDAY + timedelta(days=1), MONDAY + timedelta(days=9))
    assert named.size == 2


def test_titles_without_a_word_in_common_leave_it_unnamed(neighbourhood, say_it):
    assert cluster([say_it("路灯坏了"), say_it("垃圾没人收")]).phrases == []
