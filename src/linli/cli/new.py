"""`linli new`: an empty real subdistrict from a division code, a sheet of buildings and a sheet of staff."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Refusal
from linli.kernel.words import say


def command(  # noqa: PLR0917 - the command line gives options by name
    code: Annotated[
        str, typer.Argument(help=pick("The subdistrict's nine-figure division code.", "街道的九位区划代码。"))
    ] = "",
    district: Annotated[str, typer.Option(help=pick("The district's name.", "区名。"))] = "",
    subdistrict: Annotated[str, typer.Option(help=pick("The subdistrict's name.", "街道名。"))] = "",
    buildings: Annotated[
        Path | None, typer.Option(help=pick("The sheet of buildings (.xlsx).", "楼栋表（.xlsx）。"))
    ] = None,
    staff: Annotated[Path | None, typer.Option(help=pick("The sheet of staff (.xlsx).", "人员表（.xlsx）。"))] = None,
    passwords: Annotated[
        Path, typer.Option(help=pick("Where first passwords go (a new file).", "首次密码写到哪里（新文件）。"))
    ] = Path("first-passwords.csv"),
    templates: Annotated[
        Path | None,
        typer.Option(help=pick("Only write the two empty sheets into this folder.", "只在此文件夹生成两张空表。")),
    ] = None,
) -> None:
    """Found it, whole or not at all."""
    with standing():
        if templates:
            _write(templates)
        elif code and district and subdistrict and buildings and staff:
            _found(code, district, subdistrict, buildings=buildings, staff=staff, passwords=passwords)
        else:
            raise Refusal(UNNAMED)


UNNAMED = say(
    "Name code, --district, --subdistrict, --buildings and --staff; --templates writes empty sheets.",
    "请给出区划代码、--district、--subdistrict、--buildings、--staff；--templates 可生成空表。",
)


def _write(folder: Path) -> None:
    from linli.cli.founding.founding import write_templates  # noqa: PLC0415 - needs Django set up

    sheets = " ".join(str(path) for path in write_templates(folder))
    tell(say("Fill in {sheets} and name them to this command.", "请填写 {sheets}，再交给本命令。", sheets=sheets))


def _found(code: str, district: str, subdistrict: str, *, buildings: Path, staff: Path, passwords: Path) -> None:
    from linli.cli.founding.founding import found  # noqa: PLC0415 - needs Django set up

    bring_up_to_date()
    hired = found(
        code=code, district=district, subdistrict=subdistrict, buildings=buildings, staff=staff, passwords=passwords
    )
    tell(
        say(
            "{name} is founded; {hired} people can sign in. Hand out {file} in person, then delete it.",
            "{name}已建好，{hired} 人可以登录。请当面分发 {file}，然后删除它。",
            name=subdistrict,
            hired=hired,
            file=passwords,
        )
    )
