"""`linli restore`: data and keys back from their two files; whoever was erased since stays erased."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.backup import keep_days
from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import bring_up_to_date, standing
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

if TYPE_CHECKING:
    from linli.cli.keeping.keyfile import Keys


def command(
    path: Annotated[Path, typer.Argument(help=pick("A backup of the data.", "数据备份文件。"))],
    keys: Annotated[Path | None, typer.Option(help=pick("A backup of the keys.", "密钥备份文件。"))] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help=pick("Drop what is here now.", "丢弃这里现有的内容。"))
    ] = False,
) -> None:
    """Put a backup into an empty deployment."""
    with standing():
        from linli.cli.keeping import keyfile, passphrase  # noqa: PLC0415 - needs Django set up

        opened = keyfile.read_keys(keys, passphrase=passphrase.ask(confirm=False)) if keys else None
        if opened:
            _must_be_young_enough(opened)
        _must_be_ours_to_fill(replace=replace)
        _restore(path, opened)


def _must_be_young_enough(keys: Keys) -> None:
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    if timezone.now() - keys.made_at > timedelta(days=keep_days()):
        raise Refusal(
            say(
                "This key backup is older than the {days} days it may be kept: use a newer one and destroy this.",
                "该密钥备份已超过 {days} 天的保存期限：请改用较新的备份并销毁此份。",
                days=keep_days(),
            )
        )


def _must_be_ours_to_fill(*, replace: bool) -> None:
    from linli.cli.keeping import dumping  # noqa: PLC0415 - needs Django set up

    dumping.sign()
    if dumping.used_by_others():
        raise Refusal(
            say(
                "Something still works in this database: stop `linli serve` and all else first.",
                "还有程序在用这个数据库：请先停掉 linli serve 和其他程序。",
            )
        )
    if not dumping.empty() and not replace:
        raise Refusal(
            say(
                "This deployment is not empty: back it up, then call again with --replace to drop what is here.",
                "这里已有内容：请先备份，再加 --replace 丢弃现有内容后恢复。",
            )
        )


def _restore(path: Path, keys: Keys | None) -> None:
    from django.conf import settings  # noqa: PLC0415 - needs Django set up
    from django.utils import timezone  # noqa: PLC0415

    from linli.cli.keeping import archive, dumping  # noqa: PLC0415
    from linli.kernel.vault import erasures, honour_erasures  # noqa: PLC0415

    with archive.opened(path, beside=settings.FILES) as (about, folder):
        own = _own_keys()
        with dumping.replacing():
            dumping.load(folder / archive.DUMP)
        archive.put_files(folder, to=settings.FILES)
    bring_up_to_date()
    honour_erasures(erasures(), at=timezone.now())
    tell(say("The data of {made_at} is back.", "{made_at} 的数据已恢复。", made_at=about["made_at"]))
    if own:
        _put_keys(own)
    if keys:
        _put_keys(keys)
        tell(say("The keys of {made_at} are back.", "{made_at} 的密钥已恢复。", made_at=keys.made_at.isoformat()))
    without = _unreadable()
    if without:
        tell(UNREADABLE.fill(people=without))


UNREADABLE = say(
    "The personal values of {people} people cannot be read: a newer key backup may hold their keys (--keys).",
    "有 {people} 人的个人信息读不了：较新的密钥备份里可能有他们的密钥（--keys）。",
)


def _own_keys() -> Keys | None:
    """The keys that are here already: they live in the database that is about to be replaced."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.cli.keeping import dumping  # noqa: PLC0415
    from linli.cli.keeping.keyfile import Keys  # noqa: PLC0415
    from linli.kernel.vault import erasures, export_keyring, export_keys, keep_list  # noqa: PLC0415

    if dumping.empty():
        return None
    bring_up_to_date()
    keep_list()
    keys = list(export_keys())
    return Keys(timezone.now(), export_keyring(), keys, erasures()) if keys else None


def _put_keys(keys: Keys) -> None:
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.kernel.record import import_signing_keys  # noqa: PLC0415
    from linli.kernel.vault import import_keys  # noqa: PLC0415

    import_signing_keys(keys.signing)
    import_keys(
        keys.keys,
        keyring_of_backup=keys.keyring,
        made_at=keys.made_at,
        at=timezone.now(),
        keep_days=keep_days(),
        erased=keys.erased,
    )


def _unreadable() -> int:
    """How many people have sealed values here and no key, though nobody erased them."""
    from django.db import connection  # noqa: PLC0415 - needs Django set up

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT v.owner) FROM vault_value v LEFT JOIN vault_datakey k USING (owner)"
            " WHERE k.owner IS NULL AND v.sealed <> ''"
        )
        return int(cursor.fetchone()[0])
