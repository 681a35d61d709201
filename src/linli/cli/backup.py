"""`linli backup`: the data in one file, and the keys, apart from it, in another."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from linli.cli.language import pick
from linli.cli.speaking import tell
from linli.cli.standing import standing
from linli.kernel.refusal import Refusal
from linli.kernel.words import say


def command(
    path: Annotated[Path, typer.Argument(help=pick("The file to write.", "要写的文件。"))],
    keys: Annotated[
        bool, typer.Option("--keys", help=pick("Back up the keys, not the data.", "备份密钥而不是数据。"))
    ] = False,
) -> None:
    """Write a backup while everything runs."""
    if path.exists():
        raise Refusal(say("{path} exists: name a new file.", "{path} 已存在：请换一个文件名。", path=path))
    if not path.parent.is_dir():
        raise Refusal(
            say("There is no folder {folder}: make it first.", "没有文件夹 {folder}：请先建好。", folder=path.parent)
        )
    with standing():
        if keys:
            _back_up_keys(path)
        else:
            _back_up_data(path)


def _back_up_data(path: Path) -> None:
    from django.conf import settings  # noqa: PLC0415 - needs Django set up
    from django.utils import timezone  # noqa: PLC0415

    from linli.cli.keeping import archive, diary, dumping  # noqa: PLC0415

    at = timezone.now()
    with TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        dump = Path(folder) / archive.DUMP
        dumping.dump(dump)  # first: every file the dump knows is on disk by then
        archive.write(path, dump=dump, files=settings.FILES, at=at)
    diary.note(settings.HOME, "data", at=at)
    tell(
        say(
            "Data is in {path}. Without a key backup (linli backup --keys) nobody can read it, you included.",
            "数据已存入 {path}。没有密钥备份（linli backup --keys），谁也读不了它，包括你自己。",
            path=path,
        )
    )


def _back_up_keys(path: Path) -> None:
    from django.conf import settings  # noqa: PLC0415 - needs Django set up
    from django.utils import timezone  # noqa: PLC0415

    from linli.cli.keeping import diary, keyfile, passphrase  # noqa: PLC0415
    from linli.kernel.record import export_signing_keys  # noqa: PLC0415
    from linli.kernel.vault import erasures, export_keyring, export_keys  # noqa: PLC0415

    at = timezone.now()
    keyfile.write_keys(
        path,
        passphrase=passphrase.ask(confirm=True),
        at=at,
        keyring=export_keyring(),
        keys=export_keys(),
        erased=erasures(),
        signing=export_signing_keys(),
    )
    diary.note(settings.HOME, "keys", at=at)
    tell(
        say(
            "Keys are in {path}. Keep them in another place than the data, and destroy them after {days} days.",
            "密钥已存入 {path}。请与数据分开保存，{days} 天后销毁。",
            path=path,
            days=keep_days(),
        )
    )


def keep_days() -> int:
    """How many days a key backup may be kept, by the rule in force today."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.kernel.rules import rulebook  # noqa: PLC0415

    return int(rulebook().rule("vault.key_backup_days", on=timezone.localdate()).value)
