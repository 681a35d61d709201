"""Whether the inside is right: database, keys, backups, disk."""

from __future__ import annotations

import shutil
import stat
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.db import ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from linli.cli.backup import keep_days
from linli.cli.checks.finding import Finding, doubtful, fit, unfit
from linli.cli.keeping import diary
from linli.domains.requests.letterbox.emptying import away_since
from linli.kernel.record import unsigned
from linli.kernel.words import say

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

OLDEST_SERVER = 15
ENOUGH_DISK = 5 * 2**30
DATA_AGE = timedelta(days=2)


def database() -> Finding:
    """A server that is new enough, speaks UTF-8, and has our tables as they are now."""
    with connection.cursor() as cursor:
        cursor.execute("show server_encoding")
        encoding = cursor.fetchone()[0]
    version = cast("DatabaseWrapper", connection).pg_version // 10000
    if version < OLDEST_SERVER:
        return unfit(
            "database",
            say(
                "PostgreSQL {version} is too old: 15 or newer.",
                "PostgreSQL {version} 太旧：至少要 15。",
                version=version,
            ),
        )
    if encoding != "UTF8":
        return unfit("database", say("Make the database with encoding UTF8.", "请用 UTF8 编码建立数据库。"))
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return doubtful(
            "database",
            say(
                "Tables are of another version; `linli serve` brings them up to date.",
                "表结构不是最新的；linli serve 会更新它。",
            ),
        )
    return fit("database", say("PostgreSQL {version} answers.", "PostgreSQL {version} 正常应答。", version=version))


def mailbox() -> Finding:
    """A mailbox that answers, where one is read."""
    since = away_since() if settings.IMAP_URL else None
    if since is None:
        return fit("mailbox", say("No mailbox keeps mails from us.", "没有读不到的来信邮箱。"))
    return unfit(
        "mailbox",
        say(
            "The mailbox at LINLI_IMAP_URL cannot be read since {since}. Mails wait there; check address and password.",
            "LINLI_IMAP_URL 的邮箱自 {since} 起无法读取。来信仍在邮箱里，请核对地址和密码。",
            since=f"{timezone.localtime(since):%Y-%m-%d %H:%M}",
        ),
    )


def record() -> Finding:
    """Nothing waits for the sequencer, or not for long."""
    try:
        left = unsigned()
    except ProgrammingError:  # no tables yet, which `database` says
        left = 0
    if left:
        return doubtful(
            "record",
            say(
                "{left} entries of the public record are not signed yet. If they stay, look into the sequencer's log.",
                "公开记录有 {left} 条尚未签署。若一直如此，请查看编号程序的日志。",
                left=left,
            ),
        )
    return fit("record", say("The public record is signed up to its last entry.", "公开记录已签署到最后一条。"))


def private_files() -> Finding:
    """Keys and secrets that only their user reads."""
    for folder in (settings.KEYS, settings.HOME / "secrets"):
        for path in (folder, *folder.rglob("*")) if folder.exists() else ():
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                return unfit(
                    "private",
                    say(
                        "Others may read {path}: chmod go= {path}",
                        "别人能读 {path}：请执行 chmod go= {path}",
                        path=path,
                    ),
                )
    return fit("private", say("Keys and secrets are closed to others.", "密钥和口令文件不对他人开放。"))


def keys_apart() -> Finding:
    """Keys on another disk than the data they open."""
    keys = next(place for place in (settings.KEYS, *settings.KEYS.parents) if place.exists())
    if keys.stat().st_dev == settings.HOME.stat().st_dev:
        return doubtful(
            "keys_apart",
            say(
                "Keys lie on the same disk as the data: move them, and set LINLI_KEYS.",
                "密钥和数据在同一块盘上：请移开，并设置 LINLI_KEYS。",
            ),
        )
    return fit("keys_apart", say("Keys lie apart from the data.", "密钥与数据分开存放。"))


def data_backup() -> Finding:
    """A young backup of the data."""
    return _backup("data", DATA_AGE, "linli backup PATH")


def key_backup() -> Finding:
    """A backup of the keys that may still be used."""
    return _backup("keys", timedelta(days=keep_days()), "linli backup --keys PATH")


def _backup(what: str, age: timedelta, how: str) -> Finding:
    last = diary.last(settings.HOME, what)
    names = {"data": say("data", "数据"), "keys": say("keys", "密钥")}
    if last is None or timezone.now() - last > age:
        return unfit(
            f"backup_{what}",
            say(
                "No backup of the {what} in the last {days} days: {how}, daily.",
                "最近 {days} 天没有备份{what}：请每天执行 {how}。",
                what=names[what],
                days=age.days,
                how=how,
            ),
        )
    return fit(f"backup_{what}", say("The {what} were backed up.", "{what}已备份。", what=names[what]))


def disk() -> Finding:
    """Room to go on."""
    left = shutil.disk_usage(settings.HOME).free
    words = say("{left} GB left on disk.", "磁盘还剩 {left} GB。", left=left // 2**30)
    if left < ENOUGH_DISK:
        return unfit("disk", say("Only {left} GB left: make room.", "只剩 {left} GB：请腾出空间。", left=left // 2**30))
    return fit("disk", words)
