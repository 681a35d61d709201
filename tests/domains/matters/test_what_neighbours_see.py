"""What is one's own, what one follows, and what neighbours may know of the rest."""

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.following import follow
from linli.domains.matters.queries import followed, get_own, my_interest, public_timeline, shared_by_area
from linli.domains.matters.tracking import follower_of
from linli.domains.requests.lifecycle import request as life
from linli.kernel.refusal import NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(neighbourhood):
    return Life(neighbourhood, share=True).replied()


def test_only_whose_it_is_reads_it_as_their_own(neighbourhood, shared):
    number = shared.matter.number
    assert get_own(number.lower(), by=neighbourhood.resident) == shared.matter
    assert get_own(number, by=follower_of(shared.matter.pk)) == shared.matter
    for other in (neighbourhood.neighbour, neighbourhood.desk, neighbourhood.handler):
        with pytest.raises(NotFound):
            get_own(number, by=other)


def test_a_part_is_not_ones_own(neighbourhood, shared):
    with pytest.raises(NotFound):
        get_own(shared.lead.number, by=neighbourhood.resident)


def test_neighbours_read_states_and_units_but_nobodys_words(shared, django_assert_num_queries):
    shared.does(life.Comment(text="师傅来过了"), shared.here.resident)
    with django_assert_num_queries(2):
        moments = public_timeline(shared.matter)
    assert {moment.number for moment in moments} == {shared.matter.number}
    assert not any(moment.texts for moment in moments)
    assert "comment" not in {moment.verb for moment in moments}
    assert moments[-1].state.code == "replied"


def test_what_one_follows_is_found_again(neighbourhood, shared):
    follow(shared.matter.number, by=neighbourhood.neighbour, at=MONDAY, me_too=True)
    assert followed(by=neighbourhood.neighbour) == [shared.matter]
    assert my_interest([shared.matter], by=neighbourhood.neighbour) == {shared.matter.pk: True}
    assert followed(by=neighbourhood.resident) == []
    assert my_interest([shared.matter], by=neighbourhood.resident) == {}


def test_areas_are_counted_in_one_statement(neighbourhood, shared, django_assert_num_queries):
    Life(neighbourhood).closed()
    areas = [neighbourhood.places[name].path for name in ("willow", "poplar")]
    with django_assert_num_queries(1):
        counted = shared_by_area(areas, kind="request", since=MONDAY)
    assert [(counted[area].all, counted[area].ended) for area in areas] == [(1, 0), (0, 0)]
    assert shared_by_area([], kind="request", since=MONDAY) == {}
