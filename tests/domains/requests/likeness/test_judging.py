"""Judged: the same matter at the same place in other words; not another matter there, nor the same elsewhere."""

from datetime import timedelta

import pytest
from tests.domains.requests.likeness.conftest import LIFT, SMOKE, SMOKE_AGAIN, SMOKE_ELSEWHERE
from tests.neighbourhood import MONDAY

from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.judging import likeness, likeness_to_title
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.likeness.weighing import Weighed

SMOKE_WORDS = ("油烟直排", "烧烤摊", "烟味很大", "油烟扰民", "不敢开窗", "希望处理", "晚上", "楼下", "三号楼", "社区")
TOWN = [
    Said.of(f"{SMOKE_WORDS[n % 10] if n % 3 == 0 else ''}{chr(0x4E00 + n) * 12}", at=MONDAY).whole for n in range(3_000)
]


@pytest.fixture(scope="module")
def known():
    """A town in which smoke is a common complaint."""
    return Commonness.of(TOWN)


def weighed(text: str, known, *, days: int = 0) -> Weighed:
    return Weighed.of(Said.of(text, at=MONDAY + timedelta(days=days)), known)


@pytest.mark.parametrize("judge", [likeness, likeness_to_title])
@pytest.mark.parametrize(
    ("other", "same"), [(SMOKE_AGAIN, True), (SMOKE, True), (SMOKE_ELSEWHERE, False), (LIFT, False)]
)
def test_place_and_matter_both_decide(known, judge, other, same):
    assert (judge(weighed(SMOKE, known), weighed(other, known)) > 0) is same


def test_long_ago_is_less_likely_the_same(known):
    near, far = (likeness(weighed(SMOKE, known), weighed(SMOKE_AGAIN, known, days=days)) for days in (1, 150))
    assert near > far


def test_words_without_letters_say_nothing():
    assert not Said.of("？！……，。", at=MONDAY).enough
    assert not Said.of("路灯", at=MONDAY).enough


def test_what_is_seen_once_is_as_rare_as_what_is_never_seen(known):
    assert known.weight(-1) == known.most
    assert known.band(-1) == 0
