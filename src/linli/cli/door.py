"""Which commands there are; each lives in the module of its name and is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from linli.cli.language import pick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer._click import Command, Context

COMMANDS = {
    "demo": pick("Try a made-up neighbourhood in the browser.", "在浏览器里试用一个虚构的社区。"),
    "new": pick("Found a real subdistrict from two sheets.", "用两张表建一个真实的街道。"),
    "serve": pick("Serve this deployment: pages, jobs and the record.", "运行本部署：网页、后台任务和公开记录。"),
    "work": pick(
        "Run jobs and the record only, beside other machines that serve.",
        "只运行后台任务和公开记录，网页由别的机器提供。",
    ),
    "import": pick("Bring requests in from a sheet; try it dry; undo it.", "从表格导入诉求，可先试运行，可撤销。"),
    "hotline": pick("Exchange orders with 12345 as sheets.", "用表格与 12345 交换工单。"),
    "check": pick("Say what is unfit for production, and how to mend it.", "检查哪些地方还不能上线，并说明怎么改。"),
    "verify": pick(
        "Check that a public record is true and complete, trusting nobody.",
        "核对一份公开记录是否真实完整，不必信任任何人。",
    ),
    "witness": pick(
        "Vouch for neighbours' records, on a machine of one's own.", "在自己的机器上为邻里的公开记录作见证。"
    ),
    "backup": pick(
        "Copy database and files; keys only with --keys, apart.", "备份数据库和文件；密钥用 --keys 另外备份。"
    ),
    "restore": pick(
        "Put a backup back, honouring every erasure since.", "从备份恢复，备份之后删除的个人信息不会复活。"
    ),
    "record": pick(
        "Show the public record's logs; keys; take back what was lost.", "查看公开记录日志；密钥；取回丢失的条目。"
    ),
    "bench": pick("Measure this machine against the goals.", "在这台机器上测速，与目标对照。"),
}
"""A new command is a line here and a function `command` in `linli/cli/<name>.py`."""

ELSEWHERE = {"import": "importing"}
"""Commands whose module cannot bear their name."""


def _module(name: str) -> Any:
    return import_module(f"linli.cli.{ELSEWHERE.get(name, name)}")


class Door(TyperGroup):
    """Lists commands from the table, and imports one only to run it, so that `linli --help` is quick."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The name and summary alone, for lists."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command itself, imported now."""
        name, found, rest = super().resolve_command(ctx, args)
        if name is None or found is None:
            return name, found, rest
        module = _module(name)
        alone = typer.Typer(add_completion=False)
        alone.command(name=name, help=COMMANDS[name])(module.command)
        return name, typer.main.get_command(alone), list(_spread(rest, getattr(module, "SPREAD", ())))


def _spread(arguments: list[str], options: tuple[str, ...]) -> Iterator[str]:
    """`--train A B` as `--train A --train B`, for options that a command's `SPREAD` names."""
    option = ""
    for before, each in zip(["", *arguments], arguments, strict=False):
        if each.startswith("-"):
            option = each if each in options else ""
        elif option and before != option:
            yield option
        yield each


app = typer.Typer(
    cls=Door,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its frames show local values, which may be personal
    help=pick("Linli: a neighbourhood's public life.", "邻里：一个社区的公共生活。"),
)


@app.callback()
def door() -> None:
    """Every command stands on its own."""
