"""The log's side: asking every witness at once, and waiting for none longer than told."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.kernel.tlog import Checkpoint, Doubt, Note, Signature, Witness, cosigned_at, parse_checkpoint, parse_note
from linli.kernel.tlog.numerals import decimal, encode64

if TYPE_CHECKING:
    import httpx

Ladder = Callable[[int], Sequence[bytes]]
"""Answers the consistency proof from an older size to the checkpoint's."""

_LARGEST_ANSWER = 16 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking one witness: its `line`, or the `trouble` that kept it from vouching, in both languages.

    `size`: how long the log is as the witness knows it, which the next question begins with.
    """

    witness: str
    size: int
    line: Signature | None = None
    trouble: tuple[str, str] = ("", "")


def ask_all(
    witnesses: Sequence[Witness], note: Note, ladder: Ladder, *, known: Mapping[str, int], within: float
) -> list[Asked]:
    """Ask every witness that has an address for its cosignature; those not back `within` seconds count as silent."""
    asked = [witness for witness in witnesses if witness.url]
    if not asked:
        return []
    import httpx  # noqa: F401, PLC0415 - heavy, and a log without witnesses needs none; here, before time runs

    until = time.monotonic() + within
    pool = ThreadPoolExecutor(len(asked), thread_name_prefix="witness")
    try:
        answers = {
            witness.name: pool.submit(_ask, witness, note, ladder, known.get(witness.name, 0), until)
            for witness in asked
        }
        wait(answers.values(), timeout=within)
        return [
            answer.result() if answer.done() else Asked(name, known.get(name, 0), trouble=_SILENT)
            for name, answer in answers.items()
        ]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ask(witness: Witness, note: Note, ladder: Ladder, old: int, until: float) -> Asked:
    import httpx  # noqa: PLC0415 - loaded before

    new = parse_checkpoint(note.text)
    try:
        with httpx.Client(timeout=max(0.05, until - time.monotonic())) as client:
            answer = _post(client, witness, note, ladder(min(old, new.size)), min(old, new.size))
            if answer.status_code == 409 and (size := _size(answer)) is not None and size != min(old, new.size):
                old = size
                if old <= new.size:
                    answer = _post(client, witness, note, ladder(old), old)
    except httpx.HTTPError:
        return Asked(witness.name, old, trouble=_SILENT)
    return _understood(witness, note, new, old, answer)


def _post(client: httpx.Client, witness: Witness, note: Note, proof: Sequence[bytes], old: int) -> httpx.Response:
    head = "".join(f"{line}\n" for line in (f"old {old}", *map(encode64, proof), ""))
    with client.stream("POST", f"{witness.url.rstrip('/')}/add-checkpoint", content=head.encode() + bytes(note)) as got:
        data = b""
        for part in got.iter_bytes():
            data += part
            if len(data) > _LARGEST_ANSWER:
                break
    import httpx  # noqa: PLC0415 - loaded before

    return httpx.Response(got.status_code, content=data)


def _size(answer: httpx.Response) -> int | None:
    try:
        return decimal(answer.content.decode("ascii").removesuffix("\n"))
    except ValueError:
        return None


def _understood(witness: Witness, note: Note, new: Checkpoint, old: int, answer: httpx.Response) -> Asked:
    if answer.status_code == 200:
        try:
            signed = parse_note(f"{note.text}\n".encode() + answer.content)
            cosigned_at(signed, witness.key)
            return Asked(witness.name, new.size, signed.by(witness.key)[0])
        except Doubt:
            return Asked(witness.name, old, trouble=_FALSE)
    if answer.status_code == 409 and old > new.size:
        return Asked(witness.name, old, trouble=_AHEAD)
    return Asked(witness.name, old, trouble=_REFUSALS.get(answer.status_code, _STRANGE))


_SILENT = ("does not answer", "没有应答")
_FALSE = ("answered with a signature that is not its own", "应答中的签名不是它自己的")
_STRANGE = ("answered with something else than a cosignature", "应答的内容不是联署")
_AHEAD = ("has seen this log longer than it is now: it went back", "见过更长的日志：本日志倒退了")
_REFUSALS = {
    403: ("does not trust the key that signs this log", "不信任为本日志签名的密钥"),
    404: ("does not know this log", "不认识本日志"),
    409: (
        "has seen another log of the same length: this one was rewritten",
        "见过同样长度但内容不同的日志：本日志被改写过",
    ),
    422: ("refuses: what is here now does not continue what it saw", "拒绝见证：现在的内容与它见过的接不上"),
    503: ("cannot remember at present, so it does not vouch", "暂时无法记录，因此不作证"),
}
