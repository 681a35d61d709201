"""`linli hotline`: the city's orders come in as its own sheet, and go back as the sheet it asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

TAKE, GIVE = "take", "give"
SHOWN = 10
UNNAMED = say(
    "Say which way: linli hotline take FILE, or linli hotline give FILE.",
    "请写明方向：linli hotline take 文件（接收工单），或 linli hotline give 文件（导出回传表）。",
)
STANDS = say("{file} is there already. Name a new file.", "{file} 已存在，请换一个文件名。")
BROUGHT = say("{what}: {n}", "{what}：{n}")
LINE = say("line {line}, {column}: {why}", "第 {line} 行，{column}：{why}")
GIVEN = say("{n} rows in {file}. They count as told.", "{file} 中有 {n} 行，已记为回传。")


def command(
    way: Annotated[str, typer.Argument(help=pick("take or give.", "take（接收）或 give（回传）。"))],
    file: Annotated[Path, typer.Argument(help=pick("The sheet.", "表格文件。"))],
    errors: Annotated[
        Path, typer.Option(help=pick("The folder for rows to mend.", "需更正的行存到哪个文件夹。"))
    ] = Path(),
) -> None:
    """Take orders in, or give back what became of them; the exit code is 1 when rows fell out."""
    if way not in (TAKE, GIVE):
        raise Invalid(UNNAMED)
    with standing():
        bring_up_to_date()
        fell = _take(file, errors) if way == TAKE else _give(file)
    raise typer.Exit(int(fell))


def _take(file: Path, errors: Path) -> bool:
    from django.utils import timezone  # noqa: PLC0415 - Django is up only now

    from linli.domains.requests.hotline.sheets import take_sheet  # noqa: PLC0415
    from linli.domains.requests.importing.returning import write_fallen  # noqa: PLC0415

    taken = take_sheet(file, at=timezone.now())
    for what, number in taken.heard.items():
        tell(BROUGHT.fill(what=what.words, n=number))
    for one in taken.fallen[:SHOWN]:
        tell(LINE.fill(line=one.line, column=one.column, why=one.why))
    if taken.fallen:
        with (errors / f"{file.stem}-errors.xlsx").open("xb") as written:
            write_fallen(written, taken.sheet, taken.fallen)
    return bool(taken.fallen)


def _give(file: Path) -> bool:
    from django.utils import timezone  # noqa: PLC0415 - Django is up only now

    from linli.domains.requests.hotline.sheets import give_sheet  # noqa: PLC0415

    if file.exists():
        raise Invalid(STANDS.fill(file=file.name))
    tell(GIVEN.fill(n=give_sheet(file, at=timezone.now()), file=file.name))
    return False
