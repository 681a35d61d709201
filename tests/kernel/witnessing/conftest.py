"""A log that grows in memory, and a witness that knows it."""

import pytest
from tests.kernel.tlog.conftest import Log

from linli.kernel.tlog import COSIGNS, Checkpoint, Tree, new_key, parse_policy, sign_checkpoint
from linli.kernel.tlog.numerals import encode64
from linli.kernel.witnessing.memory import Memory
from linli.kernel.witnessing.witness import Witnessing

ORIGIN = "log.example/liuyin"
AT = 1_770_000_000


class Signed(Log):
    """A log with its key, which writes requests to a witness."""

    def __init__(self, key):
        super().__init__()
        self.key = key

    def tree(self, size=None):
        """The log as it was at this size, whatever its steps."""
        earlier = Log()
        earlier.grow(self.entries[:size])
        return Tree(earlier.edge.size, earlier.read)

    def note(self, size=None, root=None):
        size = self.edge.size if size is None else size
        return sign_checkpoint(Checkpoint(ORIGIN, size, root or self.tree(size).root()), self.key)

    def request(self, old, size=None, **changed):
        size = self.edge.size if size is None else size
        proof = changed.pop("proof", None) or self.tree(size).consistency(min(old, size))
        head = "".join(f"{line}\n" for line in (f"old {old}", *map(encode64, proof), ""))
        return head.encode() + bytes(self.note(size, **changed))


@pytest.fixture
def log():
    made = Signed(new_key(ORIGIN))
    made.grow([b"entry %d" % at for at in range(700)])
    return made


@pytest.fixture
def witness(log, tmp_path):
    policy = parse_policy(f"log {log.key.verifier}\nquorum none\n".encode())
    key = new_key("university.example", kind=COSIGNS)
    return Witnessing(key, policy, Memory(tmp_path / "seen.db"), lambda: AT)
