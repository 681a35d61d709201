"""The worker: runs jobs until it is told to stop, finishes what it began, and survives the database's absence."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from linli.kernel.jobs.connector import NoticingConnector
from linli.kernel.jobs.waiting import STALLED_AFTER

log = logging.getLogger(__name__)


def run_worker(
    *,
    concurrency: int = 4,
    stop: threading.Event | None = None,
    stop_on_signals: bool = True,
    heartbeat: float = STALLED_AFTER / 3,
) -> None:
    """Run due jobs, up to `concurrency` at once in threads, until `stop` is set or SIGTERM or SIGINT arrives.

    Then takes no more, finishes those begun and returns. Killed instead, it loses none: they run again once its
    heartbeat (every `heartbeat` seconds) has been missing for `STALLED_AFTER` seconds. When it loses the database it
    finishes what it began and starts anew as another worker, so that jobs whose end it could not write down run again
    too. Uses up to 5 + `concurrency` database connections. In any but a process's main thread, `stop_on_signals` must
    be false.
    """
    asyncio.run(_Worker(concurrency, stop or threading.Event(), heartbeat).work(stop_on_signals=stop_on_signals))


class _Worker:
    def __init__(self, concurrency: int, stop: threading.Event, heartbeat: float) -> None:
        self.concurrency = concurrency
        self.stop = stop
        self.heartbeat = heartbeat
        self.stopping = asyncio.Event()

    async def work(self, *, stop_on_signals: bool) -> None:
        """One life after another until stopped: a life ends when the database goes away."""
        loop = asyncio.get_running_loop()
        if stop_on_signals:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self.stopping.set)
        loop.set_default_executor(ThreadPoolExecutor(self.concurrency, thread_name_prefix="job"))
        watching = asyncio.create_task(self._watch_stop())
        try:
            while not self.stopping.is_set():
                await self._live_and_log()
        finally:
            watching.cancel()

    async def _watch_stop(self) -> None:
        while not self.stop.is_set():
            await asyncio.sleep(0.1)
        self.stopping.set()

    async def _live_and_log(self) -> None:
        try:
            await self._live()
        except ConnectorException:
            log.warning("the worker lost the database; it will try again")
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), 1)

    async def _live(self) -> None:
        """One life: until told to stop, until a statement fails, or until the worker itself gives up."""
        connector = NoticingConnector()
        with app.replace_connector(connector) as working:
            async with working.open_async():
                worker = asyncio.create_task(
                    working.run_worker_async(
                        concurrency=self.concurrency,
                        delete_jobs="successful",
                        fetch_job_polling_interval=2,
                        install_signal_handlers=False,
                        stalled_worker_timeout=STALLED_AFTER,
                        update_heartbeat_interval=self.heartbeat,
                    )
                )
                ends = [asyncio.create_task(event.wait()) for event in (self.stopping, connector.lost)]
                await asyncio.wait([worker, *ends], return_when=asyncio.FIRST_COMPLETED)
                for end in ends:
                    end.cancel()
                worker.cancel()  # finishes the jobs that run, takes no more
                with suppress(asyncio.CancelledError):
                    await worker
