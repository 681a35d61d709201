"""A sample is checked by people who did not sort it, once each, on the record."""

from __future__ import annotations

import pytest
from tests.domains.insight.weeks_lived import AFTER, WEEK, messages, put_in_order
from tests.neighbourhood import staff_member

from linli.domains.insight.checking import check, sample_of, to_check
from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Check, Digest
from linli.domains.matters.engine import perform
from linli.domains.requests.lifecycle.request import Accept
from linli.kernel.record import body_of
from linli.kernel.refusal import NotAllowed, NotFound, Refusal


@pytest.fixture
def digest(neighbourhood):
    first, *_ = messages(neighbourhood, 4)
    both = {"requests.accept", "requests.read", "insight.check"}
    neighbourhood.checker = staff_member(neighbourhood, "checker", "committee", both)
    perform(first.pk, Accept(), by=neighbourhood.checker, at=AFTER)
    neighbourhood.own = first.number
    put_in_order()
    freeze(WEEK, at=AFTER)
    return Digest.objects.get(place=neighbourhood.places["willow"])


@pytest.fixture
def other(neighbourhood):
    return staff_member(neighbourhood, "other", "office", {"insight.check"}, area="subdistrict")


def test_until_all_are_checked_there_is_no_error_to_tell(digest, other):
    *others, last = to_check(digest, by=other)
    for number in others:
        check(digest.pk, number, fits=True, by=other, at=AFTER)
    assert not sample_of(digest).done
    check(digest.pk, last, fits=False, by=other, at=AFTER)
    sample = sample_of(digest)
    assert (sample.done, sample.drawn, sample.checked, sample.wrong) == (True, 4, 4, 1)
    assert sample.interval == pytest.approx((0.0456, 0.6994), abs=1e-3)
    assert to_check(digest, by=other) == []


def test_every_answer_stands_on_the_record(digest, other):
    number = digest.numbers["sample"][0]
    made = check(digest.pk, number, fits=False, by=other, at=AFTER)
    assert body_of(made.entry) == {
        "place": digest.numbers["place"],
        "since": "2026-03-02",
        "number": number,
        "fits": False,
    }


def test_nobody_checks_what_they_sorted(digest, neighbourhood):
    assert neighbourhood.own not in to_check(digest, by=neighbourhood.checker)
    with pytest.raises(NotAllowed, match="sorted this one yourself"):
        check(digest.pk, neighbourhood.own, fits=True, by=neighbourhood.checker, at=AFTER)
    assert not Check.objects.exists()


def test_what_was_checked_is_not_checked_again(digest, other):
    number = digest.numbers["sample"][0]
    check(digest.pk, number, fits=True, by=other, at=AFTER)
    with pytest.raises(Refusal, match="already"):
        check(digest.pk, number, fits=False, by=other, at=AFTER)
    assert Check.objects.get().fits


@pytest.mark.parametrize("name", ["desk", "stranger", "resident"])
def test_whoever_has_not_the_right_checks_nothing(digest, neighbourhood, name):
    with pytest.raises(NotAllowed):
        check(digest.pk, digest.numbers["sample"][0], fits=True, by=getattr(neighbourhood, name), at=AFTER)


def test_what_was_not_drawn_is_not_checked(digest, other, neighbourhood):
    with pytest.raises(NotFound, match="not in the sample"):
        check(digest.pk, "SQ-0", fits=True, by=other, at=AFTER)
    with pytest.raises(NotFound, match="no such digest"):
        check(neighbourhood.building, "SQ-0", fits=True, by=other, at=AFTER)
