"""Whatever has a life is walked: a kind added tomorrow must be too."""

from tests.domains.notices import test_replying as test_replies_walk
from tests.domains.notices import test_walk as test_notices_walk
from tests.domains.requests import test_parts_walk, test_walk, test_whistling_walk
from tests.domains.requests.disputes import test_walk as test_disputes_walk

from linli.domains.matters.kinds import kinds

WALKS = (test_walk, test_parts_walk, test_whistling_walk, test_disputes_walk, test_notices_walk, test_replies_walk)


def test_each_kind_stands_in_one_walk_over_all_its_states_and_acts():
    walked = [life.kind for walk in WALKS for life in walk.WALKED]
    assert sorted(walked) == sorted(kind.life.kind for kind in kinds())
