"""Whoever has salt and value proves to anybody what was committed to; with anything changed nothing is proven."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.auditing.conftest import Written, entry

from linli.kernel.auditing import Opening, check_entry, check_opening, parse_opening
from linli.kernel.record import commitment
from linli.kernel.tlog import Doubt, Malformed, Proof, Tree, Untrue, parse_proof

SALT, VALUE = sha256(b"salt").digest(), "三号楼的电梯又停了，“第三次”。\n"
COMMITTED = entry(12, commitments={"text": commitment(salt=SALT, value=VALUE)})


def opening_of(log, at=12):
    tree = Tree(log.edge.size, log.read)
    proof = Proof(at, tuple(tree.inclusion(at)), log.read("checkpoint"), extra=log.entries[at])
    return Opening("text", SALT, VALUE, proof)


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    made = Written(tmp_path_factory.mktemp("opening") / "log")
    return made.grow([COMMITTED if at == 12 else entry(at) for at in range(300)])


def test_an_opening_is_checked_alone(log):
    proven = check_opening(parse_opening(bytes(opening_of(log))), log.policy)
    assert (proven.index, proven.size, proven.enough) == (12, 300, True)
    assert proven.entry["kind"] == "request.filed"


def test_without_its_salt_a_value_is_not_provable(log):
    opening = opening_of(log)
    with pytest.raises(Untrue, match="did not commit"):
        check_opening(Opening("text", bytes(32), VALUE, opening.proof), log.policy)


@pytest.mark.parametrize(("name", "value"), [("text", VALUE + " "), ("file.1", VALUE), ("text", "")])
def test_another_value_or_name_is_not_what_was_committed_to(log, name, value):
    with pytest.raises(Untrue, match="did not commit"):
        check_opening(Opening(name, SALT, value, opening_of(log).proof), log.policy)


def test_an_entry_without_commitments_commits_to_nothing(log):
    with pytest.raises(Untrue, match="did not commit"):
        check_opening(opening_of(log, at=13), log.policy)


@given(data=st.data())
def test_any_changed_byte_of_what_counts_is_noticed(log, data):
    whole = json.loads(bytes(opening_of(log)))
    field = data.draw(st.sampled_from(["salt", "value", "proof"]))
    at = data.draw(st.integers(0, len(whole[field]) - 1))
    letter = data.draw(st.sampled_from("0aZ/柳"))
    changed = whole[field][:at] + letter + whole[field][at + 1 :]
    if changed == whole[field]:
        return
    with pytest.raises(Doubt):
        check_opening(parse_opening(json.dumps({**whole, field: changed}).encode()), log.policy)


@pytest.mark.parametrize(
    "garbage",
    [b"", b"{}", b"[]", b"\xff", b'{"format":"linli/opening/v1"}', b"[" * 100_000, b"x" * 3_000_000],
    ids=range(7),
)
def test_garbage_is_no_opening(garbage):
    with pytest.raises(Malformed):
        parse_opening(garbage)


def test_a_proof_file_alone_proves_its_entry(log):
    proof = parse_proof(bytes(opening_of(log).proof))
    assert check_entry(proof, log.policy).entry["number"] == 5
    with pytest.raises(Untrue):
        check_entry(Proof(13, proof.hashes, proof.checkpoint, proof.extra), log.policy)
    with pytest.raises(Malformed):
        check_entry(Proof(12, proof.hashes, proof.checkpoint), log.policy)
    with pytest.raises(Untrue):
        check_entry(proof, type(log.policy)())
