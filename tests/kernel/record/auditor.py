"""An auditor's view of what is published, as far as these tests need one."""

from pathlib import Path

from linli.kernel.record import log_called, verifier_keys
from linli.kernel.tlog import CHECKPOINT, Tree, entries_of, leaf_hash, open_checkpoint, root_of, store_at, tiles_of


def shown(published, log="main"):
    """The checkpoint believed, every file it needs there, every entry hashed; None before the first."""
    head = log_called(log)
    store = store_at(str(published), log)
    try:
        data = store.read(CHECKPOINT)
    except FileNotFoundError:
        return None
    checkpoint = open_checkpoint(data, origin=head.origin, key=verifier_keys(head.id)[-1])
    entries = []
    for tile in tiles_of(checkpoint.size):
        data = store.read(tile.path)
        if tile.level < 0:
            entries += entries_of(data)
    assert root_of([leaf_hash(entry) for entry in entries]) == checkpoint.root
    assert Tree(checkpoint.size, store.read).root() == checkpoint.root
    return checkpoint, entries


def read(published, log="main"):
    """What is shown, which is all that was signed."""
    checkpoint, entries = shown(published, log)
    head = log_called(log)
    assert (checkpoint.size, checkpoint.root) == (head.size, head.root)
    return checkpoint, entries


def files(published):
    """Every file's bytes."""
    return {path: path.read_bytes() for path in Path(published).rglob("*") if path.is_file() and path.name != ".lock"}
