"""`linli demo`: a made-up neighbourhood, filled at its first start, kept afterwards, served in the browser."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from linli.cli.language import pick
from linli.cli.ports import free_port
from linli.cli.serve import serve
from linli.cli.speaking import console, spoken, tell
from linli.cli.standing import bring_up_to_date, standing
from linli.cli.supervising import Child, Stopped
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linli.demo import SignIn

HOST = "127.0.0.1"
WITNESS_PORT = 8086
TO_TRY = (
    say(
        "As a resident: report something at {url}/report/, no sign-in needed, and write the tracking code down.",
        "当一回居民：打开 {url}/report/ 报一件事，不用登录，记下查询码。",
    ),
    say(
        "As the community: sign in at {url}/office/sign-in/ as desk.willow, accept it; as head.willow, dispatch it.",
        "当一回社区：在 {url}/office/sign-in/ 用 desk.willow 受理，再用 head.willow 派单。",
    ),
    say(
        "As property.willow, sign for it and answer; then judge it yourself at {url}/track/ with the code.",
        "用 property.willow 签收并答复；然后在 {url}/track/ 用查询码给出你的评价。",
    ),
)
CODES = say(
    "One-time codes: staff see theirs on the sign-in page, residents at {url}/demo/outbox/.",
    "一次性验证码：工作人员的显示在登录页，居民的在 {url}/demo/outbox/ 查看。",
)

DOORS = say(
    "Other doors, played by this machine: WeChat at {url}/demo/wechat/, the city hotline at {url}/demo/city/.",
    "其他入口由本机扮演：微信公众号 {url}/demo/wechat/，市民热线 {url}/demo/city/。",
)


def command(
    port: Annotated[int, typer.Option(help=pick("Port to try first.", "优先使用的端口。"))] = 8000,
) -> None:
    """Fill it once, then serve it until told to stop."""
    stopped = Stopped()
    port = free_port(HOST, port)
    os.environ["LINLI_DEMO"] = "1"
    os.environ.setdefault("LINLI_BASE_URL", f"http://{HOST}:{port}")
    with standing():
        bring_up_to_date()
        sign_ins = _filled()
        _digested()
        _introduce(sign_ins, url=f"http://{HOST}:{port}")
        serve(host=HOST, port=port, web_workers=1, stopped=stopped, beside=[_witness()])


def _filled() -> Sequence[SignIn]:
    """Everyone who can sign in; the neighbourhood is made where there is none, whole or not at all."""
    from django.db import transaction  # noqa: PLC0415 - needs Django set up
    from django.utils import timezone  # noqa: PLC0415

    from linli.demo import fill, is_filled, sign_ins  # noqa: PLC0415

    if is_filled():
        return sign_ins()
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bar, transaction.atomic():
        task = bar.add_task(spoken(say("Sixty days of Liuyin", "柳荫街道的六十天")), total=None)

        def show(done: int, of: int, _what: str) -> None:
            bar.update(task, completed=done, total=of)

        return fill(at=timezone.now(), progress=show)


def _digested() -> None:
    """The opinion digests of the last weeks, where they are not frozen yet: once what was lived is committed."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django set up

    from linli.demo import digest_weeks  # noqa: PLC0415

    digest_weeks(at=timezone.now())


def _witness() -> Child:
    """The university's witness, which vouches for the demo's record."""
    from linli.demo.witness import prepare_witness  # noqa: PLC0415 - needs Django set up

    port = free_port(HOST, WITNESS_PORT)
    files = prepare_witness(port)
    asked = [str(files.logs), "--key", str(files.key), "--state", str(files.state), "--port", str(port)]
    return Child(
        say("The university's witness", "大学的见证服务"), [sys.executable, "-m", "linli.cli", "witness", *asked]
    )


def _introduce(sign_ins: Sequence[SignIn], *, url: str) -> None:
    tell(say("One sign-in per role:", "每个角色一个登录："))
    table = Table.grid(padding=(0, 3))
    for each in sign_ins:
        table.add_row("", spoken(each.role), each.name, each.secret or spoken(each.hint))
    console.print(table)
    tell(CODES.fill(url=url))
    tell(DOORS.fill(url=url))
    tell(say("Three things to try:", "可以试试这三件事："))
    for number, words in enumerate(TO_TRY, 1):
        tell(say("{number}. {words}", "{number}. {words}", number=number, words=words.fill(url=url)))
