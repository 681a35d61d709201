"""Declaring a job: a function with a name, run by a worker after the transaction that asked for it commits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from linli.kernel.jobs.once import once as only_once
from linli.kernel.jobs.waiting import begin

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Job(Generic[P]):
    """A declared job; called like the function it was, it runs here and now. `later` has a worker run it."""

    name: str
    queue: str
    effect: Callable[P, None]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Run it in this thread."""
        self.effect(*args, **kwargs)


DECLARED: dict[str, Job[Any]] = {}
"""Every declared job by name."""


def job(
    name: str, *, queue: str = "default", retry: int = 8, every: str | None = None, once: bool = False
) -> Callable[[Callable[P, None]], Job[P]]:
    """Declare a job, in a domain's `jobs.py`, which is found by itself.

        @job("delivery.empty_outbox", every="* * * * *")
        def empty_outbox() -> None: …

    `name` stays when code moves: it stands in the database. A job that raises is run again, `retry` times at most,
    after 3, 9, 27 … seconds; then it stays as failed, for people to see (`standing`). `every` also runs it by the clock
    (cron; a sixth field counts seconds), never two of them waiting. A job runs AT LEAST once: after a kill it runs
    again. With `once=True` it runs in one transaction whose effects on the database happen exactly once, however often
    it is run; for any other effect use `once(key)`, or a key the other side knows.

    Arguments are JSON and opaque: identifiers and codes, never a personal value, for they stand in the queue's table
    and in logs. UUIDs and times arrive as text.
    """

    def declare(effect: Callable[P, None]) -> Job[P]:
        def run(context: JobContext, /, **args: Any) -> None:
            begin(context.job)
            if every:
                args.pop("timestamp", None)  # the tick's, which nothing here needs
            _carry_out(effect, args, key=f"job:{context.job.id}" if once else None)

        declared = DECLARED[name] = Job(name, queue, effect)
        strategy = RetryStrategy(max_attempts=retry, exponential_wait=3) if retry else False
        task: Any = app.task(name=name, queue=queue, retry=strategy, pass_context=True)(run)
        if every:
            app.periodic(cron=every, queueing_lock=f"every:{name}")(task)
        return declared

    return declare


def _carry_out(effect: Callable[..., None], args: dict[str, Any], *, key: str | None) -> None:
    if key is None:
        effect(**args)
        return
    with only_once(key) as first:
        if first:
            effect(**args)
