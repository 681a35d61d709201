"""What the cellar's own machinery costs: deadlines, bigrams, masking, sealing, numbering. No web, no requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from linli.bench.cpu import own
from linli.bench.figures import TIMES, Measured
from linli.bench.stand import Stand
from linli.domains.matters.clocks import calendar
from linli.kernel.ids import new_id
from linli.kernel.record import Fact, enter_many, number_pending
from linli.kernel.text import grams
from linli.kernel.vault import Plain, seal
from linli.kernel.vault.masking import mask_text
from linli.kernel.words import say
from linli.kernel.workdays import Allowance, Pause, Running, Unit, deadline

ORDINARY = "小区门口的路灯坏了三天没有人修，我叫甄小梅，住5栋3单元1201室，电话13800001234，请社区帮忙。" * 7
HOSTILE = ("1", "1 ", "a", "a@", "1--", "张伟、", "1栋1单元", "我叫", "(0", "身份证", "京A", "13800001234，")
"""Repetitions on which a careless pattern takes the square of a text's length."""

US = "µs CPU"
ROUNDS = 5
ENTRIES = 5_000


def measure(stand: Stand) -> Iterator[Measured]:
    """Each the best of five rounds: what the machine's other work adds is not ours."""
    yield Measured("a deadline of 15 workdays", _deadlines(), US, 30)
    yield Measured("bigrams of 300 characters", _best(lambda: grams(ORDINARY[:300]), 100), US, 100)
    yield Measured("masking 300 characters", _best(lambda: mask_text(ORDINARY[:300]), 20), US, 1_000)
    yield Measured("masking five times as much of the worst repetition", max(map(_growth, HOSTILE)), TIMES, 10)
    yield Measured("sealing five values of a new person", _best(_seal, 20), US, 1_500)
    yield Measured("entering a fact and its commitment", _best(_enter, 1) / ENTRIES, US, 100)
    yield Measured("numbering an entry: application", _numbering() / ENTRIES, US, 100)


def _best(act: Callable[[], object], times: int) -> float:
    """Microseconds of this process for one of `times`, in the best of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        before = own()
        for _ in range(times):
            act()
        taken.append((own() - before) / times * 1000)
    return min(taken)


def _deadlines() -> float:
    days, start = calendar(on=timezone.localdate()), datetime.fromisoformat("2024-01-01T00:00+08:00")
    clocks = [_clock(start + timedelta(minutes=43 * number)) for number in range(5_000)]
    return _best(lambda: [deadline(clock, days) for clock in clocks], 1) / len(clocks)


def _clock(since: datetime) -> Running:
    pause = Pause(since + timedelta(days=1), since + timedelta(days=3), say("waiting", "等待"))
    return Running(Allowance(15, Unit.WORKDAYS), since, (pause,))


def _growth(unit: str) -> float:
    small, large = ((unit * size)[:size] for size in (20_000, 100_000))
    return _best(lambda: mask_text(large), 1) / _best(lambda: mask_text(small), 1)


def _seal() -> None:
    values = [
        Plain("name", "某某", find=True),
        Plain("phone", "13800001234", find=True),
        Plain("email", "nobody@example.org"),
        Plain("address", "桂花小区1栋"),
        Plain("request.text", ORDINARY),
    ]
    seal(owner=new_id(), values=values, at=timezone.now())


def _enter() -> None:
    at = timezone.now()
    facts = [
        Fact(stream="bench", kind="bench.filed", body={"number": n}, at=at, private={"text": "甲"})
        for n in range(ENTRIES)
    ]
    with transaction.atomic():
        enter_many(facts)


def _numbering() -> float:
    before = own()
    numbered = 0
    while some := number_pending():
        numbered += some
    return (own() - before) / numbered * ENTRIES * 1000
