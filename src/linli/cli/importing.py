"""`linli import`: brings requests in from sheets as they are, tries it dry, undoes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from linli.cli.language import pick
from linli.cli.speaking import console, spoken, tell
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from linli.domains.requests.importing.actions import Look
    from linli.domains.requests.importing.reading import Fallen

REQUESTS = "requests"
SHOWN = 10
COUNTS = {
    "opened": say("new requests", "新诉求"),
    "replied": say("with their official reply", "其中带官方答复"),
    "repeated": say("here already", "已经有了"),
    "fallen": say("fell out", "未能导入"),
    "other_category": say("of a category we do not know", "类别对不上，归入“其他”"),
    "other_place": say("of a place we do not know", "地点对不上，归到默认地点"),
}


def command(  # noqa: PLR0917 - the command line gives options by name
    what: Annotated[str, typer.Argument(help=pick("What the files hold: requests.", "文件里是什么：requests。"))],
    files: Annotated[list[Path], typer.Argument(help=pick("The sheets.", "表格文件。"))] = [],  # noqa: B006 - typer copies it
    place: Annotated[str, typer.Option(help=pick("Where rows without a place belong.", "没写地点的归到哪里。"))] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=pick("Only say what would happen.", "只说会怎样，不改动。"))
    ] = False,
    columns: Annotated[
        list[str],
        typer.Option("--map", help=pick("COLUMN=field; COLUMN= leaves it out.", "列名=字段；列名= 表示不要。")),
    ] = [],  # noqa: B006 - typer copies it
    category: Annotated[
        list[str], typer.Option(help=pick("WORD=group.category of ours.", "原类别=本系统类别代码。"))
    ] = [],  # noqa: B006 - typer copies it
    called: Annotated[
        list[str],
        typer.Option("--called", help=pick("WORD=place of ours it stands for.", "原地名=本系统的地点。")),
    ] = [],  # noqa: B006 - typer copies it
    errors: Annotated[Path, typer.Option(help=pick("Where rows that fell out go.", "未能导入的行存到哪里。"))] = Path(),
    undo: Annotated[str, typer.Option(help=pick("The import to take back.", "要撤销的导入编号。"))] = "",
    reason: Annotated[str, typer.Option(help=pick("Why it is undone.", "撤销原因。"))] = "",
) -> None:
    """Import, or say what an import would do; the exit code is 1 when rows fell out."""
    if what != REQUESTS or not (files or undo):
        raise Invalid(UNNAMED)
    with standing():
        bring_up_to_date()
        if undo:
            _undo(undo, reason)
            return
        wanted = _Wanted(place, _pairs(columns), _pairs(category), _pairs(called), errors)
        fell = [_try(file, wanted) if dry_run else _import(file, wanted) for file in files]
    raise typer.Exit(int(any(fell)))


UNNAMED = say(
    "Say what and from which file: linli import requests FILE. Or what to take back: --undo ID --reason WHY.",
    "请写明导入什么、哪个文件：linli import requests 文件；撤销：--undo 编号 --reason 原因。",
)


@dataclass(frozen=True)
class _Wanted:
    """What the operator asks for, whichever the file."""

    place: str
    columns: Mapping[str, str]
    categories: Mapping[str, str]
    called: Mapping[str, str]
    errors: Path


def _try(file: Path, wanted: _Wanted) -> int:
    """Says what would happen; how many rows would fall out."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.domains.requests.importing.actions import look, place_called, try_dry  # noqa: PLC0415

    looked, ground = look(file, wanted=wanted.columns), place_called(wanted.place)
    _show_columns(looked)
    said = try_dry(looked, place=ground, at=timezone.now())
    _show_counts(said.counts)
    for word, times in said.unknown.most_common(SHOWN):
        tell(say("  unknown category: {word} ({n})", "  对不上的类别：{word}（{n}）", word=word, n=times))
    _name(said.fallen)
    return len(said.fallen)


def _import(file: Path, wanted: _Wanted) -> int:
    """Brings one file in; how many rows fell out."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.domains.people.actor import SYSTEM  # noqa: PLC0415
    from linli.domains.requests.importing.actions import bring_in, look, place_called  # noqa: PLC0415
    from linli.domains.requests.importing.queries import fallen_rows  # noqa: PLC0415

    looked, ground = look(file, wanted=wanted.columns), place_called(wanted.place)
    called = {word: place_called(name).id for word, name in wanted.called.items()}
    _show_columns(looked)
    with _bar(file.name) as shown:
        one = bring_in(
            file,
            looked,
            place=ground,
            categories=wanted.categories,
            places=called,
            by=SYSTEM,
            at=timezone.now(),
            progress=shown,
        )
    _show_counts(one.counts)
    tell(say("Import {id}; take it back with --undo {id}", "导入编号 {id}；撤销用 --undo {id}", id=one.pk))
    fallen = fallen_rows(one.pk)
    _name(fallen)
    _hand_back(looked, fallen, wanted.errors)
    return len(fallen)


def _undo(words: str, reason: str) -> None:
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.domains.people.actor import SYSTEM  # noqa: PLC0415
    from linli.domains.requests.importing.actions import undo  # noqa: PLC0415
    from linli.domains.requests.importing.refusals import no_such_import  # noqa: PLC0415

    if len(reason.strip()) < 2:
        raise Invalid(say("Say why it is undone: --reason.", "请用 --reason 写明撤销原因。"))
    try:
        which = UUID(words)
    except ValueError:
        raise no_such_import() from None
    with _bar(words) as progress:
        undo(which, reason=reason, by=SYSTEM, at=timezone.now(), progress=progress)
    tell(
        say(
            "Taken back: its requests stand in no list, search or figure; the record keeps them with the reason.",
            "已撤销：这些诉求不再出现在列表、搜索和统计里；记录中仍保留，并注明原因。",
        )
    )


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = [each.rpartition("=") for each in given]
    if any(not name or not sign for name, sign, _ in pairs):
        raise Invalid(say("Write it as NAME=VALUE.", "请写成 名称=值。"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _show_columns(looked: Look) -> None:
    from linli.domains.requests.importing.fields import Field  # noqa: PLC0415 - needs Django set up

    rows = f"{looked.sheet.count:,}"
    tell(say("{file}: {rows} rows, header in line {line}", "{file}：{rows} 行，列名在第 {line} 行",
             file=looked.sheet.name, rows=rows, line=looked.sheet.header))  # fmt: skip
    for name, field in looked.columns.items():
        console.print(f"  {name} → {field} ({spoken(Field(field).words)})", markup=False)
    if looked.left_out:
        tell(say("  left out: {names}", "  未导入的列：{names}", names=", ".join(looked.left_out)))


def _show_counts(counts: Mapping[str, int]) -> None:
    for name, words in COUNTS.items():
        if counts.get(name):
            console.print(f"  {counts[name]:>9,}  {spoken(words)}", markup=False)


def _name(fallen: list[Fallen]) -> None:
    for one in fallen[:SHOWN]:
        given = {"line": one.line, "column": one.column or "-", "why": one.why}
        tell(say("  line {line} “{column}”: {why}", "  第 {line} 行“{column}”：{why}", **given))


def _hand_back(looked: Look, fallen: list[Fallen], folder: Path) -> None:
    """Writes what fell out as a sheet to mend, under a name that is free."""
    from linli.domains.requests.importing.returning import write_fallen  # noqa: PLC0415 - needs Django set up

    if not fallen:
        return
    path = next(path for path in _names(folder, looked.sheet.name) if not path.exists())
    with path.open("xb") as file:
        write_fallen(file, looked.sheet, fallen)
    tell(say("Mend {path} and import it.", "请改好 {path} 再导入。", path=path))


def _names(folder: Path, name: str) -> Iterator[Path]:
    stem = Path(name).name.partition(".")[0]
    yield folder / f"{stem}-errors.xlsx"
    yield from (folder / f"{stem}-errors-{number}.xlsx" for number in range(2, 1000))


class _bar:  # noqa: N801 - reads as what it is: with _bar(...)
    """A progress bar where somebody looks."""

    def __init__(self, name: str) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.shown = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
        self.task = self.shown.add_task(name, total=None)

    def __enter__(self) -> Callable[[int, int], None]:
        self.shown.start()
        return lambda done, of: self.shown.update(self.task, completed=done, total=of)

    def __exit__(self, *_: object) -> None:
        self.shown.stop()
