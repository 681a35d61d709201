"""Whether an address is free to serve at, and which other one is."""

from __future__ import annotations

import socket
from contextlib import suppress

from linli.kernel.refusal import Refusal
from linli.kernel.words import say


def free(host: str, port: int) -> bool:
    """Whether nobody listens at `host:port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe, suppress(OSError):
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        return True
    return False


def must_be_free(host: str, port: int) -> None:
    """Refuse with a sentence where somebody listens already."""
    if not free(host, port):
        raise Refusal(
            say(
                "{host}:{port} is taken or not ours to use: stop what listens there, or choose another with --port.",
                "{host}:{port} 已被占用或无权使用：请停掉占用它的程序，或用 --port 换一个端口。",
                host=host,
                port=port,
            ),
            code="port_taken",
        )


def free_port(host: str, wanted: int) -> int:
    """`wanted` if it is free, else one that is."""
    if wanted and free(host, wanted):
        return wanted
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
