"""Where a bench stands: the filled neighbourhood, the web server over it, and the meters on both and the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from linli.bench import cpu
from linli.bench.figures import MS, Measured, Progress
from linli.bench.neighbourhood import Neighbourhood
from linli.bench.serving import Visitor, Web, with_token
from linli.domains.people.actor import Actor

WARMING = 40
"""Requests before those that count: connections opened, templates compiled, statements prepared and planned."""

COUNTED, FEW = 200, 10
"""How many requests are counted; a small neighbourhood only shows that the bench works."""

ROUNDS = 5

SMALL = 5_000


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor time that one request took."""

    application: float
    database: float

    @property
    def whole(self) -> float:
        """Both together."""
        return self.application + self.database


@dataclass(frozen=True)
class Stand:
    """What every bench is given."""

    neighbourhood: Neighbourhood
    web: Web
    database: int
    size: int
    at: datetime
    progress: Progress

    @property
    def counted(self) -> int:
        """How many requests make a figure."""
        return COUNTED if self.size >= SMALL else FEW

    def as_machine(self, actor: Actor) -> Visitor:
        """A visitor with a token of this member of staff."""
        return with_token(self.web, self.neighbourhood.token(actor, at=self.at))

    def cost(self, ask: Callable[[int], object], what: str) -> Cost:
        """What one request took after some that are not counted, on average in the middle one of some rounds.

        `ask` is told which request it is; none is asked twice.
        """
        for number in range(WARMING):
            ask(number)
        each = self.counted // ROUNDS
        rounds = []
        for first in range(WARMING, WARMING + self.counted, each):
            self.progress(first - WARMING, self.counted, what)
            before = self.spent()
            for number in range(first, first + each):
                ask(number)
            after = self.spent()
            rounds.append(Cost((after[0] - before[0]) / each, (after[1] - before[1]) / each))
        return _middle(rounds)

    def each(self, asks: list[Callable[[], object]], what: str, *, rounds: int = 3) -> list[Cost]:
        """What each of these took: the middle one of some rounds."""
        taken: list[list[Cost]] = [[] for _ in asks]
        for _ in range(rounds):
            for number, ask in enumerate(asks):
                self.progress(number, len(asks), what)
                before = self.spent()
                ask()
                after = self.spent()
                taken[number].append(Cost(after[0] - before[0], after[1] - before[1]))
        return [_middle(costs) for costs in taken]

    def spent(self) -> tuple[float, float]:
        """Milliseconds that application and database have used so far."""
        return cpu.spent(self.web.pid), cpu.spent(self.database)


def _middle(costs: list[Cost]) -> Cost:
    return Cost(median(one.application for one in costs), median(one.database for one in costs))


def parted(name: str, cost: Cost, *, goal: float, steady: bool = True) -> list[Measured]:
    """The whole against its goal, and its two parts."""
    return [
        Measured(name, cost.whole, MS, goal, steady),
        Measured(f"{name}: application", cost.application),
        Measured(f"{name}: database", cost.database),
    ]
