"""`linli verify`: whether a record is true and complete, from its files alone; no database, no settings, no trust.

Exit codes: 0 true and complete; 3 untrue; 4 nothing wrong, but not vouched for as asked; 5 the place does not answer;
6 what a receipt promises is not there yet, and need not be.
"""

from __future__ import annotations

import json
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from linli.cli.alone import tell_alone
from linli.cli.language import LANGUAGE, pick
from linli.cli.speaking import console
from linli.kernel.auditing import Audit, Memory, Outcome, Promise, Unreachable, audit, hold_to, source_of, usual_place
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.tlog import Doubt, Policy, parse_policy
from linli.kernel.words import Words, say

if TYPE_CHECKING:
    from linli.kernel.auditing import Verdict


class Lang(StrEnum):
    """Languages to answer in."""

    ZH = "zh"
    EN = "en"


EXITS = {Outcome.TRUE: 0, Outcome.UNTRUE: 3, Outcome.UNVOUCHED: 4}
UNREACHABLE, RUNNING = 5, 6
MARKS = {Outcome.TRUE: "✓", Outcome.UNTRUE: "✗", Outcome.UNVOUCHED: "?"}
PROMISES = {
    Promise.KEPT: say("✓ The promise of this receipt was kept.", "✓ 回执的承诺已经兑现。"),
    Promise.BROKEN: say(
        "✗ The promise was broken. Keep the receipt and this signed statement: together they prove it, to anybody.",
        "✗ 承诺没有兑现。请保存回执和下面带签名的声明：合在一起，可以向任何人证明。",
    ),
    Promise.RUNNING: say(
        "? Not there yet, and what was read is not known to be later than the promise. Look again at the log itself.",
        "? 尚未入册，且读到的内容不一定晚于承诺的时间。请稍后直接向日志再查一次。",
    ),
}
NOTHING = say(
    "Name a log's folder or address, or a file that is checked alone: --opening FILE or --proof FILE.",
    "请写明日志的文件夹或网址，或用 --opening、--proof 指定可以单独核对的文件。",
)


def command(  # noqa: PLR0917 - the command line gives options by name
    place: Annotated[str, typer.Argument(help=pick("A log's folder or address.", "日志所在的文件夹或网址。"))] = "",
    policy: Annotated[
        Path | None, typer.Option(help=pick("Whose keys you trust (tlog-policy).", "你信任谁的公钥（tlog-policy）。"))
    ] = None,
    receipt: Annotated[
        Path | None, typer.Option(help=pick("Was this receipt's promise kept?", "这张回执的承诺兑现了吗？"))
    ] = None,
    opening: Annotated[
        Path | None, typer.Option(help=pick("Is this what was committed to?", "当时承诺的是不是这个内容？"))
    ] = None,
    proof: Annotated[Path | None, typer.Option(help=pick("Is this entry in the log?", "这一条在日志里吗？"))] = None,
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
    languages = _languages(lang)
    try:
        believed = parse_policy(_read(policy)) if policy else Policy()
        if opening or proof:
            raise typer.Exit(tell_alone(believed, opening=_read(opening), proof=_read(proof), languages=languages))
        if not place:
            raise Invalid(NOTHING)
        asked = Audit(source_of(place, copy=copy), believed, Memory(state or usual_place()))
        verdict = _watched(asked, _read(receipt), quiet=as_json)
    except Unreachable as error:
        why = say("It cannot be read, so nothing is known of it: {error}", "读不到，因此无从判断：{error}", error=error)
        sys.stderr.write(f"{why.in_language(languages[0])}\n")
        raise typer.Exit(UNREACHABLE) from None
    except Doubt as doubt:
        raise Refusal(say("{why}", "{why}", why=Words(doubt.en, doubt.zh))) from None
    if as_json:
        sys.stdout.write(json.dumps(verdict.as_json(), ensure_ascii=False) + "\n")
    else:
        _tell(verdict, languages)
    raise typer.Exit(RUNNING if verdict.promise is Promise.RUNNING and not verdict.findings else EXITS[verdict.outcome])


def _read(path: Path | None) -> bytes:
    if path is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            say("{path} cannot be read: {error}", "无法读取 {path}：{error}", path=path, error=error.strerror)
        ) from None


def _watched(asked: Audit, receipt: bytes, *, quiet: bool) -> Verdict:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal, transient=True) as bar:
        task = bar.add_task(pick("Reading every entry", "逐条核对"), total=None)

        def show(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        if receipt:
            return hold_to(receipt, asked, now=time.time(), progress=show)
        return audit(asked, progress=show)


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
        if verdict.promise:
            console.print(PROMISES[verdict.promise].in_language(language), markup=False)
        if verdict.before:
            console.print(_BEFORE.in_language(language), markup=False)
    if verdict.before:
        console.print(f"{verdict.before}\n---\n{verdict.note}", markup=False)
    elif verdict.promise is Promise.BROKEN:
        console.print(verdict.note, markup=False)


_BEFORE = say(
    "Keep these two signed statements: together they prove it, to anybody.",
    "请保存下面两份带签名的声明：合在一起，可以向任何人证明。",
)
