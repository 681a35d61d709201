"""`linli work`: jobs and the sequencer, beside other machines that serve the pages."""

from __future__ import annotations

import signal
import sys
from enum import StrEnum
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, let_go, standing
from linli.cli.supervising import Child, Stopped, supervise
from linli.kernel.postgres import Trouble
from linli.kernel.words import say

if TYPE_CHECKING:
    from types import FrameType


class Part(StrEnum):
    """What one process of `linli work` does."""

    JOBS = "jobs"
    SEQUENCER = "sequencer"


NOT_STARTED = say("PostgreSQL cannot be started ({error}); trying again.", "无法启动 PostgreSQL（{error}），稍后再试。")
NAMES = {Part.JOBS: say("The jobs", "后台任务"), Part.SEQUENCER: say("The sequencer", "公开记录编号")}


def command(
    only: Annotated[
        Part | None, typer.Option(help=pick("Run this part in this very process.", "只在本进程里运行这一部分。"))
    ] = None,
) -> None:
    """Run jobs and sequencer until told to stop."""
    with standing():
        if only:
            _run(only)
        else:
            bring_up_to_date()
            let_go()
            supervise(parts(), stopped=Stopped(), each_second=keep_database)


def parts() -> list[Child]:
    """Jobs and sequencer as children."""
    return [Child(NAMES[part], [sys.executable, "-m", "linli.cli", "work", "--only", part]) for part in Part]


def keep_database() -> None:
    """Start the embedded server again should it have been killed; where that fails, say why and go on trying."""
    from django.conf import settings  # noqa: PLC0415 - read only once set up

    if not settings.EMBEDDED or settings.EMBEDDED.running:
        return
    try:
        settings.EMBEDDED.start()
    except Trouble as trouble:  # killed while it came back, say
        tell(trouble.sentence)
    except OSError as error:  # a full disk, say
        tell(NOT_STARTED.fill(error=error))


def _run(part: Part) -> None:
    if part is Part.JOBS:
        from linli.kernel.jobs import run_worker  # noqa: PLC0415 - needs Django set up

        run_worker()
    else:
        from linli.kernel.record import run_sequencer  # noqa: PLC0415 - needs Django set up

        run_sequencer(_told_to_stop())


def _told_to_stop() -> Event:
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ask)
    return stop
