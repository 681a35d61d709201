"""Limits are exact, hold under a race, count all or nothing, and say when to come back."""

import threading
from datetime import timedelta

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.domains.people.signin import throttle
from linli.domains.people.signin.models import Limit
from linli.domains.people.signin.throttle import Use, forget, spend, sweep
from linli.kernel.ids import new_id
from linli.kernel.refusal import TooMany

from .conftest import NOON, later

RULES = {
    "test.five": [{"times": 5, "seconds": 60}],
    "test.two": [{"times": 2, "seconds": 60}],
    "test.both": [{"times": 1, "seconds": 10}, {"times": 3, "seconds": 100}],
}


@pytest.fixture(autouse=True)
def own_rules(monkeypatch):
    class Book:
        def rule(self, key, *, on):
            class Found:
                value = RULES[key]

            return Found

    monkeypatch.setattr(throttle, "rulebook", Book)


def passes(*uses, at) -> bool:
    try:
        spend(uses, at=at)
    except TooMany:
        return False
    return True


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(0, 40), min_size=1, max_size=40))
def test_no_window_ever_holds_more_than_the_rule_and_none_is_refused_too_early(gaps):
    who, now, granted = new_id(), NOON, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        within = [at for at in granted if at > now - timedelta(seconds=60)]
        assert passes(Use("test.five", who), at=now) == (len(within) < 5)
        if len(within) < 5:
            granted.append(now)


@pytest.mark.django_db
def test_several_windows_hold_together():
    who = new_id()
    seen = [passes(Use("test.both", who), at=later(seconds=10 * n)) for n in range(12)]
    assert seen == [True] * 3 + [False] * 7 + [True, True]


@pytest.mark.django_db
def test_a_refused_use_counts_nowhere():
    full, free = new_id(), new_id()
    for _ in range(2):
        spend([Use("test.two", full)], at=NOON)
    for _ in range(9):
        assert not passes(Use("test.two", full), Use("test.five", free), at=NOON)
    assert all(passes(Use("test.five", free), at=NOON) for _ in range(5))


@pytest.mark.django_db
def test_a_spend_costs_one_statement_between_its_savepoints(django_assert_num_queries):
    with django_assert_num_queries(3):
        spend([Use("test.both", new_id()), Use("test.five", new_id())], at=NOON)


@pytest.mark.django_db
def test_the_refusal_says_when_to_come_back():
    who = new_id()
    for n in range(2):
        spend([Use("test.two", who)], at=later(seconds=n))
    with pytest.raises(TooMany) as refused:
        spend([Use("test.two", who)], at=later(seconds=5))
    assert refused.value.sentence.in_language("zh-hans") == "操作过于频繁，请在12:02 后再试。"
    assert refused.value.status == 429
    spend([Use("test.two", who)], at=later(seconds=60))


@pytest.mark.django_db
def test_a_success_clears_the_failures():
    who = new_id()
    for _ in range(2):
        spend([Use("test.two", who)], at=NOON)
    forget([Use("test.two", who)], at=NOON)
    assert passes(Use("test.two", who), at=NOON)


@pytest.mark.django_db
def test_windows_that_ran_out_are_swept():
    spend([Use("test.two", new_id())], at=NOON)
    assert sweep(at=later(seconds=30)) == 0
    assert sweep(at=later(seconds=61)) == 1


@pytest.mark.django_db
def test_the_table_holds_neither_rule_nor_subject():
    who = new_id()
    spend([Use("test.two", who)], at=NOON)
    assert Limit.objects.get().key != who


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_it_refuses_to_run():
    with transaction.atomic(), pytest.raises(RuntimeError):
        spend([Use("test.two", new_id())], at=NOON)


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_forty_at_once_get_no_more_than_the_rule_and_never_deadlock():
    one, other, granted = new_id(), new_id(), []

    def try_both(uses):
        try:
            if passes(*uses, at=NOON):
                granted.append(1)
        finally:
            connections.close_all()

    orders = [(Use("test.five", one), Use("test.five", other)), (Use("test.five", other), Use("test.five", one))]
    threads = [threading.Thread(target=try_both, args=(orders[n % 2],)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(granted) == 5
