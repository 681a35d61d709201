"""`linli bench`: measures this machine against the goals; a table for people, JSON lines for machines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import Progress
from rich.table import Table

from linli.cli.language import pick
from linli.cli.speaking import console, spoken
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = ("bench", "figure", "size", "value", "unit", "goal", "met")


def command(
    names: Annotated[
        list[str], typer.Argument(help=pick("Which benches; all if none.", "跑哪些；不写就全部跑。"))
    ] = [],  # noqa: B006 - typer copies it
    size: Annotated[int, typer.Option(min=1, help=pick("How many matters.", "事项的数量。"))] = 10_000,
    as_json: Annotated[bool, typer.Option("--json", help=pick("JSON lines.", "逐行输出 JSON。"))] = False,
) -> None:
    """Measure; the exit code is 1 when a goal was missed."""
    with standing():
        bring_up_to_date()
        from linli.bench import BENCHES  # noqa: PLC0415 - needs Django set up

        chosen = names or list(BENCHES)
        _must_exist(chosen, list(BENCHES))
        results = []
        with Progress(console=console, disable=as_json or not console.is_terminal, transient=True) as progress:
            for name in chosen:
                for result in BENCHES[name](size=size, progress=_shown(progress, name)):
                    results.append(result)
                    if as_json:
                        sys.stdout.write(json.dumps({key: result.get(key) for key in COLUMNS}) + "\n")
                        sys.stdout.flush()
    if not as_json:
        console.print(_table(results))
    raise typer.Exit(int(any(result.get("met") is False for result in results)))


def _shown(progress: Progress, name: str) -> Callable[[int, int, str], None]:
    line = progress.add_task(name, total=None)

    def moved(done: int, of: int, what: str) -> None:
        progress.update(line, completed=done, total=of, description=f"{name}: {what}")

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


def _table(results: list[dict[str, Any]]) -> Table:
    heads = {
        "bench": say("bench", "测速"),
        "figure": say("figure", "指标"),
        "size": say("size", "规模"),
        "value": say("value", "实测"),
        "unit": say("unit", "单位"),
        "goal": say("goal", "目标"),
        "met": say("met", "达到"),
    }
    table = Table(*[spoken(heads[column]) for column in COLUMNS])
    for result in results:
        table.add_row(*[_cell(result.get(column)) for column in COLUMNS])
    return table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
