"""`linli record`: how far the public record's logs are published, their keys, and what an older database lost."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

if TYPE_CHECKING:
    from linli.kernel.record import LogHead


class Deed(StrEnum):
    """What can be asked of the record."""

    SHOW = "show"
    NEW_KEY = "new-key"
    END_KEY = "end-key"
    TAKE_BACK = "take-back"


LOG = say("{origin}: {size} entries signed.", "{origin}：已签署 {size} 条。")
KEY = say("  key {key}", "  公钥 {key}")
WAITING = say("{count} entries have no number yet.", "还有 {count} 条没有编号。")
BEGUN = say(
    "{origin} signs with this key too from now on: {key} Tell auditors and witnesses, back the keys up, then end the "
    "old one.",
    "{origin} 从现在起也用这把密钥签署：{key} 请告知核验方和见证方，备份密钥，再停用旧的。",
)
ENDED = say("{origin} no longer signs with the key {id}.", "{origin} 不再用密钥 {id} 签署。")
BACK = say(
    "{origin}: {count} published entries are back on the record. The acts they tell of are not in this database: do "
    "them again or restore a newer backup.",
    "{origin}：已取回 {count} 条已公布的记录。它们所记的办理不在本数据库中：请重新办理，或恢复较新的备份。",
)
NOTHING = say("{origin}: nothing to take back.", "{origin}：没有要取回的。")
NO_LOG = say("There is no log {name}. There are: {known}.", "没有名为 {name} 的日志。现有：{known}。")
WHICH_KEY = say("Name the key by its eight figures: --key.", "请用 --key 写明密钥的八位编号。")


def command(
    deed: Annotated[
        Deed, typer.Argument(help=pick("show, new-key, end-key or take-back.", "show、new-key、end-key 或 take-back。"))
    ] = Deed.SHOW,
    log: Annotated[str, typer.Option(help=pick("Of this log alone.", "只针对这个日志。"))] = "",
    key: Annotated[str, typer.Option(help=pick("The key's eight figures.", "密钥的八位编号。"))] = "",
) -> None:
    """Show, or do one thing to each log named."""
    with standing():
        bring_up_to_date()
        for head in _chosen(log):
            _do(deed, head, key)
        if deed is Deed.SHOW:
            from linli.kernel.record import waiting  # noqa: PLC0415 - Django is up only now

            tell(WAITING.fill(count=waiting()))


def _chosen(name: str) -> list[LogHead]:
    from linli.kernel.record import all_logs  # noqa: PLC0415 - Django is up only now

    logs = all_logs()
    found = [head for head in logs if name in ("", head.name)]
    if name and not found:
        raise Invalid(NO_LOG.fill(name=name, known="、".join(head.name for head in logs)))
    return found


def _do(deed: Deed, head: LogHead, key: str) -> None:
    from linli.kernel.record import begin_key, end_key, verifier_keys  # noqa: PLC0415 - Django is up only now
    from linli.kernel.record.taking_back import take_back  # noqa: PLC0415

    if deed is Deed.SHOW:
        tell(LOG.fill(origin=head.origin, size=head.size))
        for each in verifier_keys(head.id):
            tell(KEY.fill(key=each))
    elif deed is Deed.NEW_KEY:
        tell(BEGUN.fill(origin=head.origin, key=begin_key(head.id, head.origin).verifier))
    elif deed is Deed.END_KEY:
        if not key:
            raise Invalid(WHICH_KEY)
        end_key(head.id, key)
        tell(ENDED.fill(origin=head.origin, id=key))
    else:
        count = take_back(head.name)
        tell((BACK if count else NOTHING).fill(origin=head.origin, count=count))
