"""A log in a folder, as the record writes one, and a hand that alters it."""

import json
from uuid import UUID

import pytest

from linli.kernel.auditing import Audit, Directory, Memory, audit
from linli.kernel.tlog import (
    COSIGNS,
    Checkpoint,
    Edge,
    cosign,
    grown,
    new_key,
    parse_note,
    parse_policy,
    sign_checkpoint,
)

ORIGIN = "record.example/liuyin"
STREAMS = ("110105001001/requests", "110105001002/requests", "110105001/notices")


def spelled(fact):
    return json.dumps(fact, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def entry(place, /, **changed):
    """The entry at this place of a log whose streams take turns; `changed` members, None for one left out."""
    fact = {
        "at": "2026-03-01T09:30:00.000Z",
        "body": {"category": "lift", "state": "filed", "tries": place % 3},
        "id": str(UUID(int=place)),
        "kind": "request.filed",
        "number": place // len(STREAMS) + 1,
        "stream": STREAMS[place % len(STREAMS)],
        **changed,
    }
    return spelled({name: value for name, value in fact.items() if value is not None})


class Written:
    """A log on disk. What is altered is altered behind the back of whoever signed."""

    def __init__(self, folder):
        self.folder = folder
        self.key = new_key(ORIGIN)
        self.witness = new_key("university.example", kind=COSIGNS)
        self.edge = Edge()
        self.entries = []
        self.memory = Memory(folder.with_suffix(".seen"))
        self.policy = parse_policy(f"log {self.key.verifier}\nquorum none\n".encode())
        self.strict = parse_policy(
            f"log {self.key.verifier}\nwitness university {self.witness.verifier}\nquorum university\n".encode()
        )

    def grow(self, entries):
        """Go on with these, and sign."""
        self.edge, files = grown(self.edge, entries)
        self.entries += entries
        for tile, data in files:
            self.write(tile.path, data)
        return self.sign()

    def sign(self, root=None, size=None, cosigned=None):
        size = self.edge.size if size is None else size
        note = sign_checkpoint(Checkpoint(ORIGIN, size, root or self.edge.root()), self.key)
        if cosigned:
            note = note.with_signatures(cosign(note.text, self.witness, at=cosigned))
        self.write("checkpoint", bytes(note))
        return self

    def write(self, path, data):
        where = self.folder / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(data)

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def read(self, path):
        return (self.folder / path).read_bytes()

    def note(self):
        return parse_note(self.read("checkpoint"))

    def audit(self, policy=None, **asked):
        return audit(Audit(Directory(self.folder), policy or self.policy, **asked))

    def told(self, **asked):
        """What is said to be wrong, in English."""
        return " ".join(each.en for each in self.audit(**asked).findings)


@pytest.fixture
def written(tmp_path):
    """Makes a log of so many entries, or of these."""

    def make(entries, steps=1):
        log = Written(tmp_path / f"log{len(list(tmp_path.iterdir()))}")
        facts = [entry(at) for at in range(entries)] if isinstance(entries, int) else entries
        size = -(-len(facts) // steps) or 1
        for at in range(0, len(facts) or 1, size):
            log.grow(facts[at : at + size])
        return log

    return make
