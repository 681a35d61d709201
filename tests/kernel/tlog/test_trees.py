"""Trees hash as RFC 6962 says; a log grown in any steps has the same files, roots and proofs."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kernel.tlog.conftest import Log

from linli.kernel.tlog import (
    EMPTY_ROOT,
    Edge,
    Malformed,
    Missing,
    Tree,
    Untrue,
    check_consistency,
    check_inclusion,
    edge_of,
    grown,
    leaf_hash,
    node_hash,
    root_of,
    tiles_of,
)

# The test data of Certificate Transparency's own implementations (google/certificate-transparency, merkletree tests).
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def mth(hashes):
    """RFC 6962 section 2.1, word by word."""
    if len(hashes) < 2:
        return hashes[0] if hashes else EMPTY_ROOT
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return node_hash(mth(hashes[:k]), mth(hashes[k:]))


def test_roots_are_those_of_certificate_transparency():
    assert sha256(b"").digest() == EMPTY_ROOT
    hashes = [leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]
    assert [root_of(hashes[:size]).hex() for size in range(1, 9)] == ROOTS
    edge = Edge()
    for leaf, root in zip(LEAVES, ROOTS, strict=True):
        edge, _ = grown(edge, [bytes.fromhex(leaf)])
        assert edge.root().hex() == root


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000, 65_536, 65_537, 66_000])
def test_a_log_grown_in_one_step_has_the_root_by_definition_and_exactly_its_files(log, size):
    made = log(size)
    assert made.edge.root() == made.tree().root() == mth([leaf_hash(entry) for entry in made.entries])
    assert set(made.files) == {tile.path for tile in tiles_of(size)}
    assert edge_of(made.tree()) == made.edge


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 700), max_size=6))
def test_however_a_log_grew_it_is_the_same_log(steps):
    made, at_once, size = Log(), Log(), sum(steps)
    for step in steps:
        before = made.edge
        files = made.grow([b"%d" % n for n in range(before.size, before.size + step)])
        assert grown(before, made.entries[before.size :]) == (made.edge, files)
        assert {tile for tile, _ in files} == set(tiles_of(made.edge.size, since=before.size))
        assert edge_of(made.tree()) == made.edge
    at_once.grow([b"%d" % n for n in range(size)])
    assert made.edge == at_once.edge
    assert at_once.files.items() <= made.files.items()


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_proofs_made_from_tiles_hold_and_no_others_do(data):
    size = data.draw(st.integers(1, 1500))
    old = data.draw(st.integers(0, size))
    index = data.draw(st.integers(0, size - 1))
    made = Log()
    made.grow([b"%d" % n for n in range(old)])
    old_root = made.edge.root()
    made.grow([b"%d" % n for n in range(old, size)])
    tree, root = made.tree(), made.edge.root()
    steps, leaf = tree.inclusion(index), leaf_hash(made.entries[index])
    assert tree.entry(index) == made.entries[index]
    check_inclusion(index=index, size=size, leaf=leaf, proof=steps, root=root)
    between = tree.consistency(old)
    check_consistency(old=old, new=size, old_root=old_root, new_root=root, proof=between)
    for wrong in falsified(steps):
        with pytest.raises(Untrue):
            check_inclusion(index=index, size=size, leaf=leaf, proof=wrong, root=root)
    for wrong in falsified(between):
        with pytest.raises(Untrue):
            check_consistency(old=old, new=size, old_root=old_root, new_root=root, proof=wrong)
    with pytest.raises(Untrue):
        check_inclusion(index=index, size=size, leaf=leaf_hash(b"forged"), proof=steps, root=root)
    with pytest.raises(Untrue):
        check_inclusion(index=index + size, size=size, leaf=leaf, proof=steps, root=root)
    with pytest.raises(Untrue):
        check_consistency(old=old, new=size, old_root=leaf_hash(b"forged"), new_root=root, proof=between)


def falsified(proof):
    yield [*proof, bytes(32)]
    for at in range(len(proof)):
        yield proof[:at] + proof[at + 1 :]
        yield [*proof[:at], bytes(32), *proof[at + 1 :]]


def test_an_old_size_is_read_from_the_full_tiles_that_took_the_place_of_its_partial_ones(log):
    made = log(300, 400)
    root = made.tree(300).root()
    for path in ("tile/0/001.p/44", "tile/entries/001.p/44"):
        del made.files[path]
    assert made.tree(300).root() == root
    assert made.tree(300).entry(299) == b"entry 299"


def test_what_is_not_there_or_not_whole_is_said(log):
    made = log(600)
    with pytest.raises(Malformed, match="no entry of this number"):
        made.tree().entry(600)
    with pytest.raises(Malformed, match="no entry of this number"):
        made.tree().inclusion(600)
    with pytest.raises(Malformed, match="shorter"):
        made.tree().consistency(601)
    made.files["tile/0/000"] = made.files["tile/0/000"][:-1]
    with pytest.raises(Malformed, match="length"):
        made.tree().inclusion(3)
    del made.files["tile/0/000"]
    with pytest.raises(Missing, match="tile/0/000"):
        Tree(600, made.read).inclusion(3)
    made.files["tile/entries/000"] = made.files["tile/entries/001"][:-1]
    with pytest.raises(Malformed, match="cut off"):
        made.tree().entry(3)
