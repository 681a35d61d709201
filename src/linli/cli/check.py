"""`linli check`: what is unfit for production, and how to mend it; exit code 1 while anything is."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import console, spoken, tell
from linli.cli.standing import standing
from linli.kernel.words import say

if TYPE_CHECKING:
    from linli.cli.checks.finding import Finding

MARKS = {"fit": "✓", "doubtful": "?", "unfit": "✗"}
ALL_FIT = say("Fit for production.", "可以上线。")
UNFIT = say("Not fit for production: {number} to mend.", "还不能上线：有 {number} 处要改。")


def command(
    as_json: Annotated[bool, typer.Option("--json", help=pick("JSON lines.", "逐行输出 JSON。"))] = False,
) -> None:
    """Ask every question and answer each in a sentence."""
    with standing():
        found = _ask()
        for finding in found:
            if as_json:
                line = {"code": finding.code, "fitness": finding.fitness, "said": spoken(finding.words)}
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                console.print(f"{MARKS[finding.fitness]} {spoken(finding.words)}", markup=False)
        bad = sum(finding.fitness == "unfit" for finding in found)
        if not as_json:
            tell(UNFIT.fill(number=bad) if bad else ALL_FIT)
    raise typer.Exit(int(bad > 0))


def _ask() -> list[Finding]:
    from linli.cli.checks import cellar, door, rules, work_apps  # noqa: PLC0415 - needs Django set up

    return [
        *(door.modes(), door.address(), door.hosts(), door.proxies(), door.user(), door.messages()),
        *(door.mail(), door.letterbox(), work_apps.wecom(), work_apps.dingtalk(), work_apps.zhezhengding()),
        *(cellar.database(), cellar.private_files(), cellar.keys_apart(), cellar.data_backup(), cellar.key_backup()),
        *(cellar.disk(), cellar.record(), cellar.mailbox(), rules.packs(), rules.schedule(), rules.verified()),
    ]
