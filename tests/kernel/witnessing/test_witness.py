"""A witness vouches for what only grew, remembers before it answers, and says exactly why it refuses."""

import multiprocessing
import sqlite3
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest
from tests.kernel.witnessing.conftest import AT, ORIGIN, Signed

from linli.kernel.tlog import Checkpoint, cosigned_at, new_key, parse_note
from linli.kernel.witnessing.memory import Memory, NoMemory


def vouched(answer, note, witness):
    assert answer.status == 200, answer
    return cosigned_at(parse_note(f"{note.text}\n{answer.body}".encode()), witness.key.verifier)


def test_a_log_that_grows_is_vouched_for(log, witness):
    for old, size in ((0, 1), (1, 256), (256, 257), (257, 700), (700, 700)):
        assert vouched(witness.add(log.request(old, size)), log.note(size), witness) == AT
        assert witness.memory.last(ORIGIN) == Checkpoint(ORIGIN, size, log.tree(size).root())


def test_an_empty_log_can_be_vouched_for(log, witness):
    assert witness.add(log.request(0, 0)).status == 200
    assert witness.add(log.request(0, 0, root=bytes(32))).status == 409


def test_another_old_size_is_answered_with_the_one_that_is_known(log, witness):
    witness.add(log.request(0, 300))
    for old in (0, 299, 301):
        answer = witness.add(log.request(old, 700))
        assert (answer.status, answer.body, answer.kind) == (409, "300\n", "text/x.tlog.size")


def test_a_log_that_went_back_is_refused(log, witness):
    witness.add(log.request(0, 700))
    assert witness.add(log.request(300, 300)).status == 409
    assert witness.add(log.request(700, 300)).status == 400


def test_a_fork_is_refused_whatever_it_calls_itself(log, witness):
    witness.add(log.request(0, 300))
    fork = Signed(log.key)
    fork.grow([b"another %d" % at for at in range(700)])
    assert witness.add(fork.request(300, 300)).status == 409
    assert witness.add(fork.request(300, 700)).status == 422
    assert witness.add(fork.request(300, 700, proof=log.tree(700).consistency(300))).status == 422
    assert witness.memory.last(ORIGIN).root == log.tree(300).root()


def test_a_log_it_does_not_know_or_a_key_it_does_not_trust(log, witness):
    stranger = Signed(new_key(ORIGIN))
    stranger.grow([b"entry"])
    assert witness.add(stranger.request(0)).status == 403
    assert replace(witness, policy=type(witness.policy)()).add(log.request(0)).status == 404


def test_a_false_line_that_claims_to_be_the_log_s_is_refused(log, witness):
    request = log.request(0, 3)
    assert witness.add(request[:-8] + b"AAAAAA=\n").status in (400, 403)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\xff",
        b"old 0\n\n",
        b"old -1\n\nx",
        b"old 01\n\nx",
        b"new 0\n\nx",
        b"old 0\nAAAA\n\nx",
        b"old 0\n" + b"A" * 43 + b"=\n" * 64 + b"\n\nx",
    ],
    ids=range(8),
)
def test_garbage_is_refused_and_changes_nothing(log, witness, garbage):
    good = log.request(0, 5)
    for body in (garbage, garbage + good[6:], good[: len(good) // 2]):
        assert witness.add(body).status == 400
    assert witness.memory.all() == []


def test_of_two_that_race_one_wins_and_nothing_goes_back(log, witness):
    witness.add(log.request(0, 10))
    sizes = [20, 700] * 8
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda size: witness.add(log.request(10, size)), sizes))
    won = [size for size, answer in zip(sizes, answers, strict=True) if answer.status == 200]
    assert len(won) == 1
    assert {answer.status for answer in answers} == {200, 409}
    assert witness.memory.last(ORIGIN).size == won[0]


def go_forward(path, old, new):
    return Memory(path).go_forward(old, new, "note")


def test_of_two_processes_one_wins(log, witness):
    old = Checkpoint(ORIGIN, 0, log.tree(0).root())
    new = [Checkpoint(ORIGIN, size, log.tree(size).root()) for size in (5, 6, 7, 8)]
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        won = list(pool.map(go_forward, [witness.memory.path] * 4, [old] * 4, new))
    assert won.count(True) == 1
    assert witness.memory.last(ORIGIN) == new[won.index(True)]


def test_killed_between_remembering_and_answering_it_vouches_again_for_the_same(log, witness):
    witness.memory.go_forward(witness.memory.last(ORIGIN), Checkpoint(ORIGIN, 300, log.tree(300).root()), "note")
    assert witness.add(log.request(0, 300)).body == "300\n"
    assert vouched(witness.add(log.request(300, 300)), log.note(300), witness) == AT


def test_without_its_memory_it_does_not_vouch(log, witness):
    witness.memory.path.write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    with pytest.raises(NoMemory):
        witness.add(log.request(0))


def test_a_full_disk_leaves_what_was_remembered(log, witness, monkeypatch):
    witness.add(log.request(0, 10))
    opened = Memory._open

    def tight(memory):
        base = opened(memory)
        base.execute("PRAGMA query_only = ON")
        return base

    monkeypatch.setattr(Memory, "_open", tight)
    with pytest.raises(NoMemory):
        witness.add(log.request(10, 20))
    monkeypatch.undo()
    assert witness.memory.last(ORIGIN).size == 10
    assert sqlite3.connect(witness.memory.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
