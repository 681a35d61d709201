"""What is done once stays done once, whoever tries and whatever fails."""

import pytest
from django.db import connection

from linli.kernel.jobs import once
from linli.kernel.jobs.once import forget_older


def test_only_the_first_of_many_at_once_does_it(workshop, effects, at_once):
    def attempt(_):
        with once("thing") as first:
            if first:
                workshop.leave("done")

    at_once(attempt, range(40))
    assert effects() == ["done"]


def test_a_failed_first_leaves_it_to_the_next(workshop, effects):
    def fail():
        with once("thing"):
            workshop.leave("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with once("thing") as first:
        assert first
    with once("thing") as first:
        assert not first
    assert effects() == []


def test_old_keys_are_forgotten_and_new_ones_kept(workshop):
    with once("old"), once("new"), connection.cursor() as cursor:
        cursor.execute("UPDATE jobs_done SET at = now() - interval '91 days' WHERE key = 'old'")
    assert forget_older(days=90) == 1
    with once("new") as first:
        assert not first
