"""An import killed half way goes on where it was; two of one file at once never double a row."""

import threading

import pytest
from tests.domains.requests.importing.sheets import import_, row, sheet
from tests.neighbourhood import build

from linli.domains.matters.models import Matter
from linli.domains.requests.importing import running
from linli.domains.requests.importing.models import Import
from linli.kernel.refusal import Refusal

ROWS = 25


class Killed(BaseException):
    """As if the process had ended here."""


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "BATCH", 4)
    return sheet(tmp_path / "a.csv", *(row(str(number)) for number in range(ROWS)))


def numbers():
    return sorted(int(matter.facts["external"]) for matter in Matter.objects.filter(kind="request"))


def kill_after(batches):
    def progress(done, total):
        if done >= batches * running.BATCH:
            raise Killed

    return progress


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_goes_on_where_it_was(path):
    build()
    with pytest.raises(Killed):
        import_(path, progress=kill_after(2))
    assert numbers() == list(range(8))
    assert Import.objects.get().stage == "running"
    one = import_(path)
    assert numbers() == list(range(ROWS))
    assert (one.stage, one.counts["opened"], one.counts["repeated"]) == ("done", ROWS, 0)


@pytest.mark.django_db(transaction=True)
def test_killed_within_a_batch_it_has_done_none_of_it(path, monkeypatch):
    build()
    carry = running.carry

    def dies(rows, **more):
        carry(rows, **more)
        raise Killed

    monkeypatch.setattr(running, "carry", dies)
    with pytest.raises(Killed):
        import_(path)
    assert numbers() == []
    monkeypatch.setattr(running, "carry", carry)
    assert import_(path).counts["opened"] == ROWS


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_told_to_wait_and_no_row_comes_twice(path):
    from django.db import connection

    build()
    told, once = [], []

    def another():
        try:
            import_(path)
        except Refusal as refusal:
            told.append(refusal.sentence.in_language("en"))
        finally:
            connection.close()

    def progress(done, total):
        if not once:
            once.append(done)
            other = threading.Thread(target=another)
            other.start()
            other.join()

    import_(path, progress=progress)
    assert told == ["This file is being imported right now. Wait until that has ended."]
    assert numbers() == list(range(ROWS))
    assert Import.objects.get().counts["opened"] == ROWS
