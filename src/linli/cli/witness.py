"""`linli witness`: vouch for neighbours' records, from a small machine of one's own; no database, no settings."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linli.cli.language import pick
from linli.cli.ports import must_be_free
from linli.cli.speaking import console, tell
from linli.kernel.refusal import Refusal
from linli.kernel.tlog import COSIGNS, Doubt, Policy, SigningKey, new_key, parse_policy, signing_key
from linli.kernel.witnessing.memory import Memory, NoMemory
from linli.kernel.witnessing.serving import server
from linli.kernel.witnessing.witness import Witnessing
from linli.kernel.words import Words, say

if TYPE_CHECKING:
    from types import FrameType


def command(  # noqa: PLR0917 - the command line gives options by name
    logs: Annotated[
        Path, typer.Argument(help=pick("The logs to vouch for (tlog-policy).", "要见证的日志（tlog-policy）。"))
    ],
    key: Annotated[Path, typer.Option(help=pick("This witness's own key.", "见证方自己的密钥。"))] = Path(
        "witness.key"
    ),
    name: Annotated[str, typer.Option(help=pick("Make a new key of this name.", "以此名称新建密钥。"))] = "",
    state: Annotated[
        Path, typer.Option(help=pick("What was seen, an SQLite file.", "见过的内容，SQLite 文件。"))
    ] = Path("witness.db"),
    host: Annotated[str, typer.Option(help=pick("Address to listen at.", "监听的地址。"))] = "127.0.0.1",
    port: Annotated[int, typer.Option(help=pick("Port to listen at.", "监听的端口。"))] = 8086,
) -> None:
    """Cosign what only grew, until told to stop."""
    must_be_free(host, port)
    try:
        known = parse_policy(logs.read_bytes())
        own = _made(key, name) if name else signing_key(key.read_text(encoding="utf-8"))
        memory = Memory(state)
        memory.all()
    except OSError as error:
        raise Refusal(
            say(
                "{path} cannot be read: {error}. A new key is made with --name your.domain",
                "无法读取 {path}：{error}。新建密钥请用 --name 你的域名",
                path=error.filename,
                error=error.strerror,
            )
        ) from None
    except NoMemory as error:
        raise Refusal(say("{path}: {error}", "{path}：{error}", path=state, error=error)) from None
    except Doubt as doubt:
        raise Refusal(say("{why}", "{why}", why=Words(doubt.en, doubt.zh))) from None
    _must_cosign(own, known)
    _serve(Witnessing(own, known, memory, time.time), host, port)


def _made(path: Path, name: str) -> SigningKey:
    """A new key in a new file that nobody else may read."""
    own = new_key(name, kind=COSIGNS)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(own.secret() + "\n")
    return own


def _must_cosign(own: SigningKey, known: Policy) -> None:
    if own.kind != COSIGNS:
        raise Refusal(
            say(
                "This key signs logs: a witness needs its own, made with --name.",
                "这是日志的密钥：见证方需要自己的，请用 --name 新建。",
            )
        )
    if not known.logs:
        raise Refusal(say("The policy names no log to vouch for.", "策略文件里没有要见证的日志。"))


def _serve(witnessing: Witnessing, host: str, port: int) -> None:
    with server(witnessing, host=host, port=port) as running:

        def stop(_number: int, _frame: FrameType | None) -> None:
            threading.Thread(target=running.shutdown).start()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        tell(
            say(
                "Witnessing at http://{host}:{port}; Ctrl-C stops. Neighbours put this line into their policies:",
                "已在 http://{host}:{port} 作见证，按 Ctrl-C 停止。请邻居们把下面这行写进策略文件：",
                host=host,
                port=port,
            )
        )
        console.print(f"witness {witnessing.key.name} {witnessing.key.verifier} http://{host}:{port}", markup=False)
        running.serve_forever()
