"""Logs that Linli wrote hold for readers that others wrote, at every size; what was tampered with does not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import aics_tlog
import metamorphic_log
import pytest
from cryptography.exceptions import InvalidSignature
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey

from linli.kernel.tlog import Checkpoint, Edge, Tree, bundle, entries_of, grown, leaf_hash, new_key, sign_checkpoint
from linli.kernel.tlog.store import store_at

READERS = Path(__file__).parent / "readers"
KEY = new_key("linli.example/log/110105001")
VKEY = str(KEY.verifier)
ALL = os.environ.get("LINLI_TEST_LOGS") == "all"
SIZES = range(1, 2001) if ALL else [*range(1, 18), *range(254, 260), 511, 512, 513, 1000, 2000]
LARGE = [70_000, 1_000_000] if ALL else [70_000]
GO_CODE = Path("/usr/share/gocode")


def entry(number):
    stream = ("request", "notice")[number % 2]
    return b'{"body":{"no":%d},"number":%d,"stream":"s1.c1./%s"}' % (number, number // 2 + 1, stream.encode())


class OnDisk:
    """A log on a disk, as the sequencer keeps it."""

    def __init__(self, folder):
        self.folder, self.edge = folder / "log", Edge()
        self.store = store_at(str(folder), "log")

    def grow(self, size):
        for begin in range(self.edge.size, size, 10_000):
            self.edge, files = grown(self.edge, [entry(n) for n in range(begin, min(size, begin + 10_000))])
            self.store.write((tile.path, data) for tile, data in files)
        self.note = bytes(sign_checkpoint(Checkpoint(KEY.name, self.edge.size, self.edge.root()), KEY))
        self.store.write([("checkpoint", self.note)])
        return self

    def tree(self):
        return Tree(self.edge.size, self.store.read)


@pytest.fixture
def on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # thousands of small logs, none worth keeping
    return OnDisk(tmp_path)


@pytest.fixture(scope="session")
def go(tmp_path_factory):
    """Go's reader, built from Debian's package; skipped where there is none and nobody insists."""
    if not shutil.which("go") or not GO_CODE.exists():
        if os.environ.get("LINLI_REQUIRE_GO") == "1":
            pytest.fail("LINLI_REQUIRE_GO is set: install golang-go and golang-golang-x-mod-dev")
        pytest.skip("Go's reader is tried only where golang-go and golang-golang-x-mod-dev are installed")
    folder = tmp_path_factory.mktemp("go")
    shutil.copy(READERS / "audit.go", folder)
    env = os.environ | {"GOPATH": str(GO_CODE), "GO111MODULE": "off", "GOCACHE": str(folder / "cache")}
    command = [shutil.which("go"), "build", "-o", str(folder / "audit"), "audit.go"]
    subprocess.run(command, cwd=folder, env=env, check=True)
    return folder / "audit"


def by_aics(folder):
    """Every tile and every bundle against the signed root."""
    note = aics_tlog.parse_note((folder / "checkpoint").read_text())
    assert aics_tlog.verify_checkpoint(note, aics_tlog.parse_vkey(VKEY)).log_ok
    head = aics_tlog.parse_checkpoint(note.text)
    aics_tlog.audit_tiles(aics_tlog.FileSystemTileReader(folder), head.size, head.root)
    return head.size


def by_scales(folder):
    """The signature, and the root out of the tiles on the right edge; entries and other tiles it does not look at."""
    reader = TilesReader(LocalBackend(folder))
    head = reader.get_checkpoint()
    head.verify(Vkey.from_string(VKEY))
    assert reader.calculate_root_hash() == head.root_hash
    return head.size


def by_metamorphic(folder):
    """The signature alone; proofs are held up to it elsewhere."""
    return metamorphic_log.checkpoint_verify((folder / "checkpoint").read_text(), [VKEY]).size


def by_go(program):
    def audit(folder):
        done = subprocess.run([program, folder, VKEY], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        return int(done.stdout)

    return audit


@pytest.mark.parametrize("size", SIZES)
def test_a_log_of_any_size_is_believed_by_those_who_read_it_whole(on_disk, size):
    on_disk.grow(size // 3).grow(size)
    assert by_aics(on_disk.folder) == by_scales(on_disk.folder) == by_metamorphic(on_disk.folder) == size


def test_go_believes_logs_of_any_size(on_disk, go):
    for size in SIZES:
        assert by_go(go)(on_disk.grow(size).folder) == size


@pytest.mark.parametrize("size", LARGE)
def test_a_large_log_is_believed(on_disk, go, size):
    on_disk.grow(size)
    assert by_go(go)(on_disk.folder) == by_aics(on_disk.folder) == by_scales(on_disk.folder) == size


def test_another_tree_of_the_same_entries_has_the_same_roots():
    most = max(SIZES)
    lines = "".join(f"{entry(number).hex()}\n" for number in range(most))
    told = subprocess.run(
        [sys.executable, READERS / "root.py"], input=lines, capture_output=True, text=True, check=True
    )
    edge, roots = Edge(), []
    for number in range(most):
        edge, _ = grown(edge, [entry(number)])
        roots.append(edge.root().hex())
    assert told.stdout.split() == roots


def test_proofs_hold_for_whoever_checks_them(on_disk):
    older = []
    for size in SIZES:
        tree = on_disk.grow(size).tree()
        root = on_disk.edge.root()
        for index in {0, size // 2, size - 1}:
            proof, leaf = tree.inclusion(index), leaf_hash(entry(index))
            metamorphic_log.verify_inclusion(index, size, leaf, proof, root)
            assert aics_tlog.verify_inclusion(leaf, index, size, proof, root)
            with pytest.raises(metamorphic_log.VerifyError):
                metamorphic_log.verify_inclusion(index, size, leaf_hash(b"forged"), proof, root)
        for old, old_root in older[-3:]:
            proof = tree.consistency(old)
            metamorphic_log.verify_consistency(old, size, proof, old_root, root)
            assert aics_tlog.verify_consistency(old, size, old_root, root, proof)
        older.append((size, root))


def altered_entry(log):
    rewrite(log, "tile/entries/001", lambda entries: [*entries[:7], entries[7].replace(b"no", b"on"), *entries[8:]])


def swapped_stream(log):
    rewrite(log, "tile/entries/001", lambda entries: [entries[1], entries[0], *entries[2:]])


def missing_entry(log):
    rewrite(log, "tile/entries/001", lambda entries: entries[:-1])


def altered_tile(log):
    path = log.folder / "tile/0/001"
    data = path.read_bytes()
    path.write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])


def missing_tile(log):
    (log.folder / "tile/0/001").unlink()


def altered_checkpoint(log):
    (log.folder / "checkpoint").write_bytes(log.note.replace(b"\n1000\n", b"\n1001\n"))


def rewrite(log, path, change):
    file = log.folder / path
    file.write_bytes(bundle(change(entries_of(file.read_bytes()))))


TAMPERED = [altered_entry, swapped_stream, missing_entry, altered_tile, missing_tile, altered_checkpoint]


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__)
def test_who_reads_a_log_whole_finds_what_was_tampered_with(on_disk, tamper):
    on_disk.grow(1000)
    tamper(on_disk)
    with pytest.raises((AssertionError, ValueError, OSError)):
        by_aics(on_disk.folder)


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__)
def test_go_finds_what_was_tampered_with(on_disk, go, tamper):
    on_disk.grow(1000)
    tamper(on_disk)
    with pytest.raises(AssertionError):
        by_go(go)(on_disk.folder)


def test_who_looks_at_signature_and_root_alone_finds_only_what_they_cover(on_disk):
    """Why an auditor walks all entries: these readers are right in what they say, and it is not enough."""
    on_disk.grow(1000)
    altered_entry(on_disk)
    assert by_scales(on_disk.folder) == by_metamorphic(on_disk.folder) == 1000
    altered_checkpoint(on_disk)
    for reader in (by_scales, by_metamorphic):
        with pytest.raises((InvalidSignature, metamorphic_log.VerifyError)):
            reader(on_disk.folder)
