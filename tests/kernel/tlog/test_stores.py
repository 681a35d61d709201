"""A folder and an object store keep a log's files alike; in a folder each is whole and safe before the next step."""

import os
import uuid
from pathlib import Path

import pytest

from linli.kernel.tlog import Edge, Tree, grown, store_at

ENTRIES = [b"entry %d" % number for number in range(300)]


@pytest.fixture(params=["folder", "objects"])
def store(request, tmp_path):
    return store_at(str(tmp_path) if request.param == "folder" else f"memory://{uuid.uuid4()}", "main")


def test_what_was_written_is_read_and_what_was_not_is_missing(store):
    edge, files = grown(Edge(), ENTRIES)
    store.write((tile.path, data) for tile, data in files)
    assert Tree(300, store.read).root() == edge.root()
    store.write([("checkpoint", b"one")])
    store.write([("checkpoint", b"two")])
    assert store.read("checkpoint") == b"two"
    with pytest.raises(FileNotFoundError):
        store.read("tile/0/002")
    with pytest.raises(FileNotFoundError):
        store.read("checkpoint/below")


def test_a_folder_that_is_dropped_is_gone_and_one_that_is_not_there_does_not_matter(store):
    store.write([("tile/0/000.p/7", b"x"), ("tile/0/000", b"y")])
    store.drop("tile/0/000.p")
    store.drop("tile/0/000.p")
    assert store.read("tile/0/000") == b"y"
    with pytest.raises(FileNotFoundError):
        store.read("tile/0/000.p/7")


def test_a_folder_is_one_writer_s_at_a_time(tmp_path):
    one, other = store_at(str(tmp_path), "main"), store_at(str(tmp_path), "main")
    with one.alone() as first, other.alone() as second:
        assert (first, second) == (True, False)
    with other.alone() as alone:
        assert alone


def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_folder_after(tmp_path, monkeypatch):
    done = []
    sync, rename = os.fsync, Path.rename

    def synced(handle):
        done.append(("sync", Path(f"/proc/self/fd/{handle}").readlink().relative_to(tmp_path)))
        sync(handle)

    def renamed(path, target):
        done.append(("rename", target.relative_to(tmp_path)))
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "rename", renamed)
    store_at(str(tmp_path), "main").write([("tile/0/000.p/7", b"x")])
    assert done[:2] == [
        ("sync", Path("main/tile/0/000.p/7.new")),
        ("rename", Path("main/tile/0/000.p/7")),
    ]
    folders = [".", "main", "main/tile", "main/tile/0", "main/tile/0/000.p"]
    assert sorted(done[2:]) == sorted(("sync", Path(folder)) for folder in folders)
