"""Whoever tilts a digest is found out, whichever end they take it by."""

from __future__ import annotations

import pytest
from tests.domains.insight.weeks_lived import AFTER, WEEK, messages, put_in_order

from linli.domains.insight import formulas as rules
from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Digest
from linli.domains.insight.verifying import faults
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle.request import Accept


@pytest.fixture
def digest(neighbourhood):
    """One of twelve messages, after four weeks of three."""
    for back in range(1, 5):
        messages(neighbourhood, 3, week=WEEK.earlier(back))
    messages(neighbourhood, 12)
    put_in_order()
    freeze(WEEK, at=AFTER)
    return Digest.objects.get(place=neighbourhood.places["willow"])


def said(digest):
    return " ".join(words.in_language("en") for words in faults(digest))


def test_a_digest_comes_out_the_same_when_computed_again(digest, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        assert said(digest) == ""


def test_it_still_does_after_its_requests_have_lived_on(digest, neighbourhood):
    one = Matter.objects.filter(opened_at__gte=WEEK.since).first()
    perform(one.pk, Accept(category="street.noise"), by=neighbourhood.desk, at=AFTER)
    messages(neighbourhood, 5)
    put_in_order()
    assert said(digest) == ""


def test_numbers_changed_behind_its_back_are_not_its_entrys(digest):
    digest.numbers["received"] = 2
    assert "not those of its entry" in said(digest)


def test_material_changed_behind_its_back_is_not_what_was_committed_to(digest):
    digest.made_of = b"life.elder".join(bytes(digest.made_of).rsplit(b"home.lift", 1))
    found = said(digest)
    assert "committed to" in found
    assert "comes out otherwise: categories" in found
    assert "The record tells otherwise of 1 " in found


def test_a_message_moved_to_another_week_is_missed(digest):
    gone = Matter.objects.filter(opened_at__gte=WEEK.since).first()
    Matter.objects.filter(pk=gone.pk).update(opened_at=WEEK.earlier(30).since)
    assert f"{gone.number} among them" in said(digest)


def test_rules_that_changed_since_are_named_before_anything_is_computed(digest, monkeypatch):
    found = rules.formulas(WEEK.sunday)
    other = rules.Formulas(found.rise, found.heard, found.copied, found.sample, {**found.labels, "rise": "cn 2027.1"})
    monkeypatch.setattr("linli.domains.insight.verifying.formulas", lambda on: other)
    assert said(digest).startswith("The rules of its week")
