"""kill -9 of each part of a real `linli serve` under load: nothing acknowledged is lost, nothing happens twice."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from tests.cli.conftest import eventually
from tests.faults import books
from tests.faults.callers import Ledger, follow, machine, visitor
from tests.faults.town import VICTIMS, found

from linli.cli.ports import free_port
from linli.kernel.postgres.absence import AWAY

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("killed under load")]
BETWEEN = (4, 12)
"""How many writes are acknowledged, at least and at most, before and after each kill."""
KILLS = 2


@pytest.fixture(scope="module")
def town():
    with tempfile.TemporaryDirectory(prefix="linli-test-") as home:
        Path(home).chmod(0o711)
        town = found(Path(home), free_port("127.0.0.1", 0))
        town.serve()
        try:
            yield town
        finally:
            town.serving.stop()


@pytest.mark.parametrize(("seed", "victim"), list(enumerate(VICTIMS)))
def test_what_was_acknowledged_is_there_once(town, seed, victim):
    ledger, random = Ledger(seed), Random(seed)
    with ThreadPoolExecutor(8) as pool:
        working = [pool.submit(machine, town, ledger, n, repeats=n != 2) for n in range(3)]
        working += [pool.submit(visitor, town, ledger, n) for n in range(4)]
        try:
            for _ in range(KILLS):
                more(ledger, random.randint(*BETWEEN))
                town.kill(victim)
            more(ledger, random.randint(*BETWEEN))
        finally:
            ledger.enough.set()
        for each in working:
            each.result()
    settle(town)
    acknowledged(town, ledger)
    whole(town)


def more(ledger, count):
    """Until so many more writes were acknowledged."""
    wanted = ledger.count + count
    eventually(lambda: ledger.count >= wanted, 90, lambda: f"{wanted - ledger.count} writes were never acknowledged")


def settle(town):
    """Until nothing waits any more."""
    until = time.monotonic() + 60
    while (left := books.unfinished(town)) != (0, 0, 0):
        assert time.monotonic() < until, f"{left} jobs, entries and letters still wait"
        time.sleep(1)
        books.pass_time(town)


def acknowledged(town, ledger):
    """Every caller's number leads to what they filed; it was filed once, and each act on it done once."""
    filed, numbers, acts = books.filed(town), books.numbers(town), books.acts(town)
    assert {each.number: numbers.get(each.number) for each in ledger.taken} == {
        each.number: each.words for each in ledger.taken
    }
    assert all(follow(town, each) for each in ledger.taken[-3:])
    assert all(filed[words] <= 1 for words in ledger.sent)
    assert all(acts[each] == 1 for each in ledger.acts)
    assert len({each.code for each in ledger.taken}) == len(ledger.taken)
    assert [refusal for refusal in ledger.refusals if refusal[0] != 503 or AWAY.zh not in refusal[1]] == []


def whole(town):
    """No half of anything; the record is dense; every letter arrived, a second copy of an e-mail under its own name."""
    assert books.halves(town) == {}
    for name, numbers in books.streams(town):
        assert numbers == list(range(1, len(numbers) + 1)), name
    arrived = books.letters(town)
    assert set(arrived["sms"].values()) == {1}
    for channel in ("sms", "email"):
        assert set(arrived[channel]) == books.sendings(town, channel)
    assert sum(arrived["email"].values()) - len(arrived["email"]) <= 2 * KILLS
