"""`linli verify`: whether a record is true and complete, from its files alone; no database, no settings, no trust.

Exit codes: 0 true and complete; 3 untrue; 4 nothing wrong, but not vouched for as asked; 5 the place does not answer.
"""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from linli.cli.language import LANGUAGE, pick
from linli.cli.speaking import console
from linli.kernel.auditing import Audit, Memory, Outcome, Unreachable, audit, source_of, usual_place
from linli.kernel.refusal import Refusal
from linli.kernel.tlog import Doubt, Policy, parse_policy
from linli.kernel.words import say

if TYPE_CHECKING:
    from linli.kernel.auditing import Verdict


class Lang(StrEnum):
    """Languages to answer in."""

    ZH = "zh"
    EN = "en"


EXITS = {Outcome.TRUE: 0, Outcome.UNTRUE: 3, Outcome.UNVOUCHED: 4}
UNREACHABLE = 5
MARKS = {Outcome.TRUE: "✓", Outcome.UNTRUE: "✗", Outcome.UNVOUCHED: "?"}


def command(  # noqa: PLR0917 - the command line gives options by name
    place: Annotated[str, typer.Argument(help=pick("A log's folder or address.", "日志所在的文件夹或网址。"))],
    policy: Annotated[
        Path | None, typer.Option(help=pick("Whose keys you trust (tlog-policy).", "你信任谁的公钥（tlog-policy）。"))
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help=pick("Where to remember what was seen.", "记录上次所见的文件。"))
    ] = None,
    copy: Annotated[
        Path | None,
        typer.Option(help=pick("Keep what is fetched, to go on from there.", "保存取回的文件，中断后可接着核对。")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=pick("One JSON object.", "输出一个 JSON 对象。"))] = False,
    lang: Annotated[Lang | None, typer.Option(help=pick("Language of the answer.", "回答所用的语言。"))] = None,
) -> None:
    """Read every entry, and say whether the record is true and complete."""
    try:
        asked = Audit(source_of(place, copy=copy), _policy(policy), Memory(state or usual_place()))
        verdict = _watched(asked, quiet=as_json)
    except Unreachable as error:
        _give_up(
            say(
                "It cannot be read, so nothing is known of it: {error}", "读不到，因此无从判断：{error}", error=error
            ).in_language(_languages(lang)[0])
        )
    except Doubt as doubt:
        raise Refusal(say(doubt.en.replace("{", "{{"), doubt.zh.replace("{", "{{"))) from None
    if as_json:
        sys.stdout.write(json.dumps(verdict.as_json(), ensure_ascii=False) + "\n")
    else:
        _tell(verdict, _languages(lang))
    raise typer.Exit(EXITS[verdict.outcome])


def _policy(path: Path | None) -> Policy:
    if path is None:
        return Policy()
    try:
        return parse_policy(path.read_bytes())
    except OSError as error:
        raise Refusal(
            say("The policy file cannot be read: {error}", "策略文件无法读取：{error}", error=error.strerror)
        ) from None


def _watched(asked: Audit, *, quiet: bool) -> Verdict:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal, transient=True) as bar:
        task = bar.add_task(pick("Reading every entry", "逐条核对"), total=None)
        return audit(asked, progress=lambda done, of: bar.update(task, completed=done, total=of))


def _languages(lang: Lang | None) -> list[str]:
    """The one asked for, else the terminal's, else both."""
    asked = lang.value if lang else LANGUAGE[:2]
    return [asked] if asked else ["zh", "en"]


def _tell(verdict: Verdict, languages: list[str]) -> None:
    for language in languages:
        sentence = verdict.said()[language == "zh"]
        console.print(f"{MARKS[verdict.outcome]} {sentence}", markup=False)
        for each in verdict.findings:
            console.print(f"  - {each.zh if language == 'zh' else each.en}", markup=False)
        if verdict.before:
            console.print(_BEFORE.in_language(language), markup=False)
    if verdict.before:
        console.print(f"{verdict.before}\n---\n{verdict.note}", markup=False)


_BEFORE = say(
    "Keep these two signed statements: together they prove it, to anybody.",
    "请保存下面两份带签名的声明：合在一起，可以向任何人证明。",
)


def _give_up(sentence: str) -> NoReturn:
    sys.stderr.write(sentence + "\n")
    raise typer.Exit(UNREACHABLE)
