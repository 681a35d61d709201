"""Policies (C2SP tlog-policy): which logs a reader believes, which witnesses, and how many must have cosigned."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linli.kernel.tlog.cosigning import cosigned_at
from linli.kernel.tlog.doubt import Malformed, Untrue
from linli.kernel.tlog.keys import COSIGNS, SIGNS_NOTES, VerifierKey, verifier_key
from linli.kernel.tlog.notes import Note, check_signed

MOST_BYTES = 200_000
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Log:
    """A log to believe; its key's name is its origin."""

    key: VerifierKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """Whose cosignature counts; `name` is this file's own name for it, `url` where it takes checkpoints."""

    name: str
    key: VerifierKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a reader demands of a checkpoint: signed by a log of `logs`, cosigned as `quorum` says."""

    logs: tuple[Log, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    groups: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorum: str = _NONE

    def keys_of(self, origin: str) -> list[VerifierKey]:
        """The keys of the log of this name: several while it changes its key."""
        return [log.key for log in self.logs if log.key.name == origin]

    def vouching(self, note: Note) -> dict[str, int]:
        """Each witness whose true cosignature the note carries, with its time in POSIX seconds."""
        return {witness.name: cosigned_at(note, witness.key) for witness in self.witnesses if note.by(witness.key)}

    def satisfied(self, names: Mapping[str, int]) -> bool:
        """Whether these witnesses are as many as the quorum asks for."""
        return self.quorum == _NONE or self._holds(self.quorum, names)

    def needed(self) -> int:
        """The fewest witnesses that can satisfy the quorum."""
        return 0 if self.quorum == _NONE else self._fewest(self.quorum)

    def _holds(self, name: str, names: Mapping[str, int]) -> bool:
        if name not in self.groups:
            return name in names
        fewest, members = self.groups[name]
        return sum(self._holds(member, names) for member in members) >= fewest

    def _fewest(self, name: str) -> int:
        if name not in self.groups:
            return 1
        fewest, members = self.groups[name]
        return sum(sorted(self._fewest(member) for member in members)[:fewest])


def parse_policy(data: bytes) -> Policy:
    """The policy that a file holds; Malformed names the line that is wrong."""
    if len(data) > MOST_BYTES:
        raise Malformed("A policy file is not that long.", "策略文件不会这么长。")
    reading = _Reading()
    text = data.decode("utf-8", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        words = re.split(r"[ \t]+", line.strip(" \t"))
        if words[0] and not words[0].startswith("#"):
            _read_line(reading, words, number)
    if reading.quorum is None:
        raise Malformed(
            "The policy has no quorum line: say “quorum none” for none.",
            "策略缺少 quorum 行；不要求见证请写 quorum none。",
        )
    return Policy(tuple(reading.logs), tuple(reading.witnesses), reading.groups, reading.quorum)


@dataclass(slots=True)
class _Reading:
    """What was read so far; each name may be a member once."""

    logs: list[Log] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    free: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    quorum: str | None = None

    def log(self, key: str, url: str = "") -> None:
        """`log <vkey> [<url>]`."""
        self.logs.append(Log(_fresh(_key(key, SIGNS_NOTES), [log.key for log in self.logs]), url))

    def witness(self, name: str, key: str, url: str = "") -> None:
        """`witness <name> <vkey> [<url>]`."""
        seen = [witness.key for witness in self.witnesses]
        self._name(name)
        self.witnesses.append(Witness(name, _fresh(_key(key, COSIGNS), seen), url))

    def group(self, name: str, fewest: str, *members: str) -> None:
        """`group <name> all|any|<k> <name>...`."""
        if not members or len(set(members)) != len(members) or not self.free.issuperset(members):
            raise ValueError
        if fewest not in ("all", "any") and not re.fullmatch("[1-9][0-9]{0,5}", fewest):
            raise ValueError
        count = {"all": len(members), "any": 1}.get(fewest) or int(fewest)
        if count > len(members):
            raise ValueError
        self.free.difference_update(members)
        self._name(name)
        self.groups[name] = (count, members)

    def decide(self, name: str) -> None:
        """`quorum <name>`."""
        if self.quorum is not None or (name != _NONE and name not in self.taken):
            raise ValueError
        self.quorum = name

    def _name(self, name: str) -> None:
        if name == _NONE or name in self.taken:
            raise ValueError
        self.taken.add(name)
        self.free.add(name)


def _read_line(reading: _Reading, words: list[str], number: int) -> None:
    what, *rest = words
    verbs: dict[str, Callable[..., None]] = {
        "log": reading.log,
        "witness": reading.witness,
        "group": reading.group,
        "quorum": reading.decide,
    }
    try:
        verbs[what](*rest)
    except (KeyError, TypeError, ValueError):  # ValueError: also a key that is none
        raise Malformed(
            f"Line {number} of the policy cannot be read: {what} …", f"策略文件第 {number} 行无法读取：{what} …"
        ) from None


def _key(text: str, kind: int) -> VerifierKey:
    key = verifier_key(text)
    if key.kind != kind:
        raise ValueError
    return key


def _fresh(key: VerifierKey, seen: list[VerifierKey]) -> VerifierKey:
    if any(each.public == key.public for each in seen):
        raise ValueError
    return key


def signed_by(note: Note, keys: list[VerifierKey]) -> VerifierKey:
    """The key of these that signed the note; Untrue where none did, or a line claiming to be theirs is false."""
    claiming = [key for key in keys if note.by(key)]
    for key in claiming:
        check_signed(note, key)
    if not claiming:
        raise Untrue("None of the log's keys that you trust has signed this.", "你信任的该日志密钥都没有在此签名。")
    return claiming[0]
