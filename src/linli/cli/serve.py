"""`linli serve`: web, jobs and sequencer in one process group that starts, heals and stops as one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.language import pick
from linli.cli.ports import free, must_be_free
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, lay_out_files, let_go, standing
from linli.cli.supervising import Child, Stopped, supervise
from linli.cli.work import keep_database, parts
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SERVING = say("Serving at http://{host}:{port}; Ctrl-C stops.", "已在 http://{host}:{port} 运行，按 Ctrl-C 停止。")
CORES = os.cpu_count() or 1


def command(
    host: Annotated[str, typer.Option(help=pick("Address to listen at.", "监听的地址。"))] = "127.0.0.1",
    port: Annotated[int, typer.Option(help=pick("Port to listen at.", "监听的端口。"))] = 8000,
    web_workers: Annotated[int, typer.Option(min=1, help=pick("Web processes.", "网页进程数。"))] = min(CORES, 4),
) -> None:
    """Serve until told to stop."""
    stopped = Stopped()
    must_be_free(host, port)
    with standing():
        bring_up_to_date()
        serve(host=host, port=port, web_workers=web_workers, stopped=stopped)


def serve(*, host: str, port: int, web_workers: int, stopped: Stopped, beside: Sequence[Child] = ()) -> None:
    """Run all children over a prepared database, and others beside; returns when they have stopped."""
    os.environ["LINLI_SERVED"] = "1"  # web processes die with us
    lay_out_files()
    let_go()
    children = [web(host=host, port=port, workers=web_workers), *parts(), *beside]
    supervise(children, stopped=stopped, each_second=_watch(host, port))
    tell(say("Stopped.", "已停止。"))


def _watch(host: str, port: int) -> Callable[[], None]:
    """Keeps the database up, and says once that the pages are there."""
    news = [SERVING.fill(host=host, port=port)]

    def look() -> None:
        keep_database()
        if news and not free(host, port):
            tell(news.pop())

    return look


def web(*, host: str, port: int, workers: int) -> Child:
    """The web server as a child."""
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "error", "--no-ws"]
    places = ["--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", "8"]
    healing = ["--respawn-failed-workers", "--workers-kill-timeout", "10"]
    return Child(say("The web server", "网页服务"), [*granian, *places, *healing, "linli.config.wsgi:application"])
