"""`linli bench`: measures this machine against the goals; a table for people, JSON lines for machines."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.progress import Progress
from rich.table import Table

from linli.cli.apart import apart
from linli.cli.language import pick
from linli.cli.speaking import console, spoken, tell
from linli.cli.standing import bring_up_to_date, lay_out_files, standing
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linli.bench.figures import Figure
    from linli.bench.figures import Progress as Shown

ROUTING = "routing"
"""The bench that needs no neighbourhood, only labelled texts; it is run where it is named."""

VERIFY = "verify"
"""The bench of a reader, who writes a log of their own; it is run where it is named."""

UNPEOPLED = (ROUTING, VERIFY)

RECORD = "record"
"""The bench that fills a database of its own; it is run where it is named, alone."""

SPREAD = ("--train", "--test")
"""Options after which several files may stand."""


def command(
    names: Annotated[
        list[str], typer.Argument(help=pick("Which benches; all if none.", "跑哪些；不写就全部跑。"))
    ] = [],  # noqa: B006 - typer copies it
    size: Annotated[int, typer.Option(min=1, help=pick("How many matters.", "事项的数量。"))] = 10_000,
    train: Annotated[
        list[Path],
        typer.Option(help=pick("For routing: labelled files to learn from.", "分类测评：用来学习的带标签文件。")),
    ] = [],  # noqa: B006 - as above
    test: Annotated[
        list[Path],
        typer.Option(help=pick("For routing: labelled files to be asked about.", "分类测评：用来提问的带标签文件。")),
    ] = [],  # noqa: B006 - as above
    as_json: Annotated[bool, typer.Option("--json", help=pick("JSON lines.", "逐行输出 JSON。"))] = False,
) -> None:
    """Measure in a home apart, which is gone afterwards; the exit code is 1 when a goal was missed."""
    with apart(), standing():
        bring_up_to_date()
        lay_out_files()
        from linli.bench.running import BENCHES  # noqa: PLC0415 - needs Django set up
        from linli.bench.texts import MADE_UP_SAID, are_real  # noqa: PLC0415 - as above

        chosen = names or list(BENCHES)
        _must_exist(chosen, [*BENCHES, *UNPEOPLED, RECORD])
        results = []
        with Progress(console=console, disable=as_json or not console.is_terminal, transient=True) as progress:
            for result in _figures(chosen, size, train, test, _shown(progress)):
                results.append(result)
                if as_json:
                    sys.stdout.write(json.dumps(result) + "\n")
                    sys.stdout.flush()
    if not as_json:
        console.print(_table(results))
        if not set(chosen).issubset(UNPEOPLED) and not are_real():
            tell(MADE_UP_SAID)
    raise typer.Exit(int(any(result["met"] is False for result in results)))


def _figures(names: list[str], size: int, train: list[Path], test: list[Path], shown: Shown) -> Iterator[Figure]:
    from linli.bench import record, routing, verifying  # noqa: PLC0415 - needs Django set up
    from linli.bench.running import run  # noqa: PLC0415 - as above

    if RECORD in names:
        if len(names) > 1:
            raise Invalid(ALONE)
        yield from record.measure(size=size, progress=shown)
        return
    if ROUTING in names:
        yield from routing.measure(train, test, progress=shown)
    if VERIFY in names:
        yield from verifying.measure(size, progress=shown)
    if others := [name for name in names if name not in UNPEOPLED]:
        yield from run(others, size=size, progress=shown)


ALONE = say(
    "The bench record needs a database of its own: run it alone.", "record 这项测速要用自己的数据库：请单独运行。"
)


def _shown(progress: Progress) -> Callable[[int, int, str], None]:
    line = progress.add_task("", total=None)

    def moved(done: int, of: int, what: str) -> None:
        progress.update(line, completed=done, total=of, description=what)

    return moved


def _must_exist(names: list[str], known: list[str]) -> None:
    for name in names:
        if name not in known:
            raise Invalid(
                say(
                    "There is no bench {name}; choose of: {known}.",
                    "没有名为 {name} 的测速；可选：{known}。",
                    name=name,
                    known=", ".join(known),
                )
            )


def _table(results: list[Figure]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(spoken(say("figure", "指标")), min_width=40)
    table.add_column(spoken(say("size", "规模")), justify="right", no_wrap=True)
    table.add_column(spoken(say("value", "实测")), justify="right", no_wrap=True)
    table.add_column(spoken(say("unit", "单位")), no_wrap=True)
    table.add_column(spoken(say("goal", "目标")), justify="right", no_wrap=True)
    table.add_column(spoken(say("met", "达到")), justify="center")
    for bench, figures in groupby(results, key=itemgetter("bench")):
        table.add_section()
        table.add_row(f"[bold]{bench}[/]")
        for one in figures:
            table.add_row(one["figure"], *[_cell(one[name]) for name in ("size", "value", "unit", "goal", "met")])
    return table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
