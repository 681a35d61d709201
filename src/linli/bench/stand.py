"""Where a bench stands: the filled neighbourhood, the web server over it, and the meters on both and the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from linli.bench import cpu
from linli.bench.figures import MS, Measured, Progress
from linli.bench.neighbourhood import Neighbourhood
from linli.bench.serving import Visitor, Web, with_token
from linli.domains.people.actor import Actor

WARMING = 40
"""Requests before those that count: connections opened, templates compiled, statements prepared and planned."""

ROUND = 10
"""Requests of a round: short enough to fall between what else a shared machine does."""

ROUNDS, FEW = 40, 1
"""How many rounds there are; a small neighbourhood only shows that the bench works."""

PASSES = 10
"""How often each of many different requests is asked."""

SMALL = 5_000

Ask = Callable[[int], object]


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
class Rounds:
    """The same asked in several rounds, a cost for each."""

    costs: list[Cost]

    @property
    def least(self) -> Cost:
        """What it costs: whatever else the machine does meanwhile, to caches or the clock, only adds."""
        return min(self.costs, key=lambda cost: cost.whole)

    @property
    def middle(self) -> Cost:
        """Beside it, for who wants to know how steady the machine was."""
        return sorted(self.costs, key=lambda cost: cost.whole)[len(self.costs) // 2]


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
    def small(self) -> bool:
        """Whether it only shows that the bench works."""
        return self.size < SMALL

    def as_machine(self, actor: Actor) -> Visitor:
        """A visitor with a token of this member of staff."""
        return with_token(self.web, self.neighbourhood.token(actor, at=self.at))

    def cost(self, ask: Ask, what: str) -> Rounds:
        """What one request took, after some that are not counted."""
        return self.costs({what: ask})[what]

    def costs(self, asks: Mapping[str, Ask]) -> dict[str, Rounds]:
        """The same of several, their rounds in turn: where the machine is slow for a while, it is so to all.

        Each ask is told which request of its round it is.
        """
        for ask in asks.values():
            for number in range(WARMING):
                ask(number % ROUND)
        rounds = FEW if self.small else ROUNDS
        costs: dict[str, list[Cost]] = {what: [] for what in asks}
        for done in range(rounds):
            for what, ask in asks.items():
                self.progress(done, rounds, what)
                costs[what].append(self._round(ask, ROUND))
        return {what: Rounds(some) for what, some in costs.items()}

    def _round(self, ask: Ask, size: int) -> Cost:
        before = self.spent()
        for number in range(size):
            ask(number)
        after = self.spent()
        return Cost((after[0] - before[0]) / size, (after[1] - before[1]) / size)

    def each(self, asks: Sequence[Ask], what: str) -> list[Rounds]:
        """What each of these took: asked one after the other, then all of them again."""
        taken: list[list[Cost]] = [[] for _ in asks]
        for _ in range(PASSES):
            for number, ask in enumerate(asks):
                self.progress(number, len(asks), what)
                taken[number].append(self._round(ask, 1))
        return [Rounds(costs) for costs in taken]

    def spent(self) -> tuple[float, float]:
        """Milliseconds that application and database have used so far."""
        return cpu.spent(self.web.pid), cpu.spent(self.database)


def parted(name: str, rounds: Rounds, *, goal: float) -> list[Measured]:
    """The least against its goal, its two parts, and the middle round beside it."""
    least = rounds.least
    return [
        Measured(name, least.whole, MS, goal, steady=True),
        Measured(f"{name}: application", least.application),
        Measured(f"{name}: database", least.database),
        Measured(f"{name}: middle round", rounds.middle.whole),
    ]
