"""Near-duplicates: found for whoever may read them, by nobody else, whatever is typed."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.domains.requests.hidden import moderator
from tests.domains.requests.likeness.conftest import LIFT, SMOKE, SMOKE_AGAIN
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import Draft, open_many, perform
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.lifecycle.hiding import HideFromNeighbours
from linli.domains.requests.lifecycle.request import Report, Withdraw
from linli.domains.requests.likeness import alike_for_neighbours, alike_for_staff, finding
from linli.domains.requests.likeness.beginnings import forget
from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.finding import OTHER_KEYS, SHARE, TITLE_KEYS, rarest
from linli.domains.requests.likeness.said import Said
from linli.domains.requests.models import Beginning

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=3)


def offered(here, text: str, *, place: str = "building"):
    return [one.matter for one in alike_for_neighbours(text, within=here.places[place].path, at=LATER)]


def test_a_neighbours_shared_request_is_offered_while_the_same_is_typed(neighbourhood, said, say_it):
    shared = say_it(SMOKE)
    say_it(LIFT)
    assert offered(neighbourhood, SMOKE_AGAIN) == [shared]


def test_another_matter_at_the_place_is_not_offered(neighbourhood, said, say_it):
    say_it(LIFT)
    assert offered(neighbourhood, SMOKE_AGAIN) == []


@pytest.mark.parametrize("how", ["not shared", "another community", "confidential", "too old"])
def test_nothing_leaks_to_a_neighbour(neighbourhood, said, say_it, how):
    given = {
        "not shared": {"share": False},
        "another community": {"place": "poplar"},
        "confidential": {"confidential": True},
        "too old": {"days": -200},
    }[how]
    say_it(SMOKE, **given)
    assert offered(neighbourhood, SMOKE) == []


def test_what_was_taken_back_or_hidden_is_offered_no_more(neighbourhood, said, say_it):
    back, words, whole = say_it(SMOKE), say_it(SMOKE), say_it(SMOKE)
    assert set(offered(neighbourhood, SMOKE)) == {back, words, whole}
    perform(back.pk, Withdraw(), by=neighbourhood.resident, at=LATER)
    head = moderator(neighbourhood, "head")
    for scope, improper in (("words", words), ("whole", whole)):
        hide = HideFromNeighbours(scope=scope, ground="advertising", reason="推销广告")
        perform(improper.pk, hide, by=head, at=LATER)
    assert offered(neighbourhood, SMOKE) == []


def test_words_that_only_the_office_reads_are_not_compared_with_what_a_visitor_types(neighbourhood, said, say_it):
    inside = "我想反映一件事情，请社区的同志一定要抽空来看一看，谢谢你们了，拜托拜托拜托，事情是这样的：" + LIFT
    assert LIFT[:12] not in say_it(inside).title
    assert offered(neighbourhood, LIFT) == []
    assert alike_for_staff(say_it(inside, share=False), by=neighbourhood.desk)


@pytest.mark.parametrize("text", ["", "灯", "？？！！……，，。。", "\u200b" * 50, "a b c", "的" * 10_000, "\x00路灯"])
def test_little_or_senseless_words_find_nothing_and_break_nothing(neighbourhood, said, say_it, text):
    say_it(SMOKE)
    assert offered(neighbourhood, text) == []


def test_ten_thousand_characters_are_compared_by_their_beginning(neighbourhood, said, say_it):
    shared = say_it(SMOKE)
    assert offered(neighbourhood, (SMOKE + "。") * 250) == [shared]


def test_where_everything_resembles_one_matter_few_are_offered_at_the_same_cost(
    neighbourhood, said, say_it, monkeypatch
):
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert offered(neighbourhood, SMOKE_AGAIN)
        return len(captured)

    known = finding.commonness()
    monkeypatch.setattr(finding, "commonness", lambda: known)  # as it is for an hour
    say_it(SMOKE)
    few = statements()
    for _ in range(60):
        say_it(SMOKE)
    assert statements() == few
    assert len(offered(neighbourhood, SMOKE_AGAIN)) == 3


def test_common_words_are_never_asked_for():
    said = Said.of("电梯坏了三天没有人来修理", at=timezone.now())
    everywhere = dict.fromkeys(said.whole, 900_000)
    assert len(rarest(said, Commonness(everywhere, 1_000_000))) == 1
    long = Said.of("".join(chr(0x4E00 + number) for number in range(3_000)), at=timezone.now())
    assert len(rarest(long, Commonness({}, 1_000_000))) == TITLE_KEYS + OTHER_KEYS
    seldom = dict.fromkeys(long.whole, 5_000)
    known = Commonness(seldom, 1_000_000)
    assert sum(known.share(key) for key in rarest(long, known)) <= 2 * SHARE


def test_a_persons_words_are_not_compared_once_they_are_forgotten(neighbourhood, said, say_it):
    mine, theirs = say_it(SMOKE), say_it(SMOKE, by=neighbourhood.neighbour)
    for _ in range(2):
        forget(neighbourhood.resident.person)
    assert not Beginning.objects.filter(matter=mine).exists()
    assert Beginning.objects.filter(matter=theirs).exists()


def test_what_is_kept_of_the_same_words_differs_by_community_and_half_year(neighbourhood, said, say_it):
    here, there, before = say_it(SMOKE), say_it(SMOKE, place="poplar"), say_it(SMOKE, days=-200)
    kept = [set(Beginning.objects.get(matter=one).keys) for one in (here, there, before)]
    assert not any(one & other for one, other in combinations(kept, 2))


def test_filing_many_keeps_what_they_begin_with_in_one_statement(neighbourhood):
    details = Report(text=SMOKE, place=neighbourhood.places["building"].pk, category="other.other")
    with CaptureQueriesContext(connection) as captured:
        open_many("request", [Draft(details=details)] * 20, by=SYSTEM, at=MONDAY)
    assert len([one for one in captured if "INTO requests_beginning" in one["sql"]]) == 1
    assert Beginning.objects.count() == 20


def test_the_desk_sees_what_is_not_shared_and_another_communitys_desk_does_not(neighbourhood, said, say_it):
    here = neighbourhood
    first, second = say_it(SMOKE, share=False), say_it(SMOKE_AGAIN, share=False, days=2)
    assert [one.matter for one in alike_for_staff(second, by=here.desk)] == [first]
    assert alike_for_staff(second, by=here.stranger) == []
