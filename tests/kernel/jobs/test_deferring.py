"""A job is asked for inside a transaction, and stands or falls with it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from linli.kernel.ids import new_id
from linli.kernel.jobs import Call, later, later_many, run_due, standing, withdraw

SOON = datetime(2026, 3, 1, tzinfo=UTC)


def test_no_commit_no_job(workshop, effects):
    def fail():
        with transaction.atomic():
            later(workshop.plain, what="never asked for")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert run_due() == 0
    with transaction.atomic():
        later(workshop.plain, what="asked for")
    assert run_due() == 1
    assert effects() == ["asked for"]


def test_many_calls_are_one_statement(workshop, effects):
    with CaptureQueriesContext(connection) as statements:
        later_many(workshop.plain, [Call({"what": str(no)}) for no in range(50)])
    assert len(statements) == 1
    later_many(workshop.plain, [])
    assert run_due() == 50
    assert len(effects()) == 50


def test_identifiers_and_times_arrive_as_text(workshop, effects):
    id_ = new_id()
    later(workshop.plain, what=id_)
    run_due()
    assert effects() == [str(id_)]


def test_of_many_calls_with_a_key_one_job_waits_and_the_newest_counts(workshop, effects):
    later(workshop.plain, key="k", schedule_at=SOON + timedelta(days=9), what="old")
    with transaction.atomic():
        later(workshop.plain, key="k", schedule_at=SOON, what="new")
        later(workshop.plain, key="k", schedule_at=SOON, what="newest")
    later_many(workshop.plain, [Call({"what": "x"}, key="l"), Call({"what": "y"}, key="l")])
    assert standing().due == 2
    run_due()
    assert effects() == ["newest", "y"]
    later(workshop.plain, key="k", what="again")
    assert run_due() == 1


def test_a_busy_key_makes_nobody_wait_and_loses_no_call(workshop, effects, at_once):
    with transaction.atomic():
        later(workshop.plain, key="k", what="first")
        at_once(lambda no: later(workshop.plain, key="k", what=f"meanwhile {no}"), range(5))
        assert at_once(lambda _: run_due(), [0]) == [5]
    assert run_due() == 1
    assert len(effects()) == 6


def test_a_waiting_job_is_not_taken_while_a_transaction_counts_on_it(workshop, effects, at_once):
    later(workshop.plain, key="k", what="before")
    with transaction.atomic():
        later(workshop.plain, key="k", what="after")
        assert at_once(lambda _: run_due(), [0]) == [0]
    assert run_due() == 1
    assert effects() == ["after"]


def test_a_waiting_job_can_be_withdrawn(workshop):
    later(workshop.plain, key="k", what="unwanted")
    assert withdraw("k")
    assert not withdraw("k")
    assert run_due() == 0


def test_due_jobs_run_in_the_order_of_their_times_and_no_further(workshop, effects):
    later(workshop.plain, schedule_at=datetime(2090, 1, 1, tzinfo=UTC), what="late")
    later(workshop.chain, left=2)
    assert run_due() == 3
    assert standing().scheduled == 1
    assert run_due(until=datetime(2090, 1, 2, tzinfo=UTC)) == 1
    assert effects() == ["chain 0", "chain 1", "chain 2", "late"]


def test_run_due_raises_what_a_job_raises_and_leaves_it_waiting(workshop):
    later(workshop.never)
    with pytest.raises(RuntimeError, match="never"):
        run_due()
    assert standing().due == 1


def test_a_job_is_still_a_function(workshop, effects):
    workshop.plain("by hand")
    workshop.plain(what="by hand again")
    assert len(effects()) == 2
