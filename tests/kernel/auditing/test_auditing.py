"""A log as it should be is true at every size; whatever was done to one is told, with its place."""

import pytest
from tests.kernel.auditing.conftest import ORIGIN, entry

from linli.kernel.auditing import Outcome
from linli.kernel.tlog import Checkpoint, new_key, sign_checkpoint


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 700, 65_536, 65_793])
def test_a_log_as_it_should_be_is_true_and_complete(written, size):
    verdict = written(size).audit()
    assert verdict.findings == []
    assert verdict.outcome is Outcome.TRUE
    assert verdict.size == size
    assert f"第 {size} 条" in verdict.said()[1]


def test_a_log_that_grew_in_steps_may_keep_its_older_files(written):
    verdict = written(700, steps=9).audit()
    assert verdict.outcome is Outcome.TRUE


def test_several_processes_say_what_one_says(written):
    log = written(40_000)
    assert log.audit(processes=2).as_json() == log.audit(processes=1).as_json()


def test_without_a_key_nobody_vouches(written):
    verdict = written(3).audit(policy=type(written(1).policy)())
    assert verdict.outcome is Outcome.UNVOUCHED
    assert "--policy" in verdict.said()[0]


def test_a_witness_is_counted_only_if_its_signature_is_true(written):
    log = written(5)
    assert log.audit(log.strict).outcome is Outcome.UNVOUCHED
    log.sign(cosigned=1_770_000_000)
    verdict = log.audit(log.strict)
    assert verdict.outcome is Outcome.TRUE
    assert verdict.vouching == {"university": 1_770_000_000}
    assert "university" in verdict.said()[0]
    log.write("checkpoint", log.read("checkpoint")[:-10] + b"A" + log.read("checkpoint")[-9:])
    assert log.audit(log.strict).outcome is not Outcome.TRUE


def test_an_altered_entry_is_named(written):
    log = written(700)
    data = log.read("tile/entries/001")
    at = data.index(entry(300)) + entry(300).index(b"lift")
    log.write("tile/entries/001", data[:at] + b"gift" + data[at + 4 :])
    assert log.told() == (
        "Entry 300 was altered: it is not what was signed. The 700 entries do not lead to the signed root: see above."
    )


def test_an_altered_last_entry_is_named_too(written):
    log = written(3)
    path = "tile/entries/000.p/3"
    log.write(path, log.read(path).replace(b"lift", b"gift"))
    assert "Entry 0, 1, 2 was altered" in log.told()


def test_an_altered_tile_is_named_and_the_entries_are_cleared(written):
    log = written(700)
    data = log.read("tile/0/001")
    log.write("tile/0/001", data[:320] + bytes(32) + data[352:])
    assert log.told() == "tile/0/001: this tile was altered (entry 266); the entries are as signed."


def test_an_altered_upper_tile_is_named(written):
    log = written(700)
    log.write("tile/1/000.p/2", bytes(64))
    assert log.told() == "tile/1/000.p/2: this tile does not hold what the entries below it hash to."


def test_entries_and_tiles_altered_together_miss_the_signed_root(written):
    log = written(700)
    forged = written([entry(at) if at != 300 else entry(at, kind="request.closed") for at in range(700)])
    for path in forged.files():
        if path != "checkpoint":
            log.write(path, forged.read(path))
    assert log.told() == (
        "The 700 entries do not lead to the signed root: the checkpoint or whole files were exchanged."
    )


def test_an_entry_left_out_and_all_signed_anew_leaves_a_gap_in_its_stream(written):
    log = written([entry(at) for at in range(30) if at != 12])
    assert log.told() == ("Stream 110105001001/requests: number 5 is missing (entry 9 is number 4, entry 14 is 6).")


def test_entries_left_out_at_the_beginning_of_a_stream_are_missed(written):
    assert "begins with number 3" in written([entry(at) for at in range(30) if at not in (0, 3)]).told()


def test_a_gap_between_two_processes_is_a_gap(written):
    at_seam = 64 * 256
    assert "is missing" in written([entry(at) for at in range(at_seam + 300) if at != at_seam]).told(processes=1)


def test_an_entry_moved_to_another_stream_breaks_both(written):
    moved = [entry(at) if at != 12 else entry(at, stream="110105001002/requests") for at in range(30)]
    told = written(moved).told()
    assert "Stream 110105001001/requests: number 5 is missing" in told
    assert "Stream 110105001002/requests: number 5 at entry 13 comes after number 5 at entry 12" in told


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (entry(1).replace(b'":"', b'": "', 1), "canonical form"),
        (entry(1, kind="request\\u002efiled").replace(b"\\\\", b"\\"), "canonical form"),
        (entry(1).replace(b'"tries":1', b'"tries":1,"tries":1'), "canonical form"),
        (entry(1).replace(b'"tries":1', b'"tries":-0'), "canonical form"),
        (
            entry(1).replace(b'"category":"lift","state":"filed"', b'"state":"filed","category":"lift"'),
            "canonical form",
        ),
        (entry(1, body={"ratio": 0.5}), "not an entry"),
        (entry(1, body={"count": 2**53}), "not an entry"),
        (entry(1, number=True), "not an entry"),
        (entry(1, number=0), "not an entry"),
        (entry(1, note="more"), "not an entry"),
        (entry(1, body=None), "not an entry"),
        (b"[" * 60_000, "not an entry"),
        (b"\xff\xfe", "not an entry"),
        (b"", "not an entry"),
        (b"null", "not an entry"),
    ],
    ids=range(15),
)
def test_an_entry_that_the_record_would_not_write_is_found(written, wrong, why):
    told = written([entry(0), wrong, entry(2)]).told()
    assert "Entry 1: " in told
    assert why in told


def test_entries_that_only_together_are_json_are_found(written):
    first, second = entry(0), entry(1)
    told = written([first + b"," + second, first[:20], first[20:]]).told()
    assert all(f"Entry {at}: " in told for at in range(3))


def test_unusual_but_canonical_entries_are_true(written):
    facts = [
        entry(
            0, body={"zero": 0, "minus": -5, "name": "柳荫 街道", "quote": '"\\\n', "colon": ":x", "list": [{"a": []}]}
        ),
        entry(1, body=None, digest="0" * 64),
        entry(2, at=None, commitments={"text": "0" * 64}),
    ]
    assert written(facts).audit().findings == []


@pytest.mark.parametrize("path", ["tile/entries/001", "tile/0/001", "tile/1/000.p/2"])
def test_a_missing_or_cut_file_is_named(written, path):
    log = written(700)
    whole = log.read(path)
    for data in (b"", whole[:-1], whole[:32], whole + b"\0" * 32):
        log.write(path, data)
        assert f"{path}: " in log.told()
    (log.folder / path).unlink()
    assert f"{path}: the file is missing" in log.told()


def test_a_log_that_claims_what_it_has_not_is_given_up_soon(written):
    log = written(700)
    log.sign(size=2**60)
    assert "tile/entries/x015/x000/000" not in (told := log.told())
    assert "tile/entries/003: the file is missing" in told


def test_an_older_file_that_says_otherwise_is_found(written):
    log = written(700, steps=9)
    for path in [path for path in log.files() if ".p/" in path]:
        whole = log.read(path)
        log.write(path, whole[:-1] + bytes([whole[-1] ^ 1]))
        older = path not in ("tile/entries/002.p/188", "tile/0/002.p/188", "tile/1/000.p/2")
        assert not older or f"{path}: this older file" in log.told()
        log.write(path, whole)


def test_files_beyond_the_checkpoint_are_not_yet_the_log(written):
    log = written(300)
    signed = log.read("checkpoint")
    log.grow([entry(at) for at in range(300, 700)])
    log.write("checkpoint", signed)
    assert log.audit().outcome is Outcome.TRUE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "signatures are missing"),
        (b"garbage\n", "signatures are missing"),
        (b"\xff\xff", "UTF-8"),
        (b"x" * 2_000_000, "too long"),
    ],
)
def test_a_checkpoint_that_is_none_is_told(written, data, why):
    log = written(3)
    log.write("checkpoint", data)
    assert why in log.told()


def test_a_folder_without_a_checkpoint_is_no_log(written):
    log = written(3)
    (log.folder / "checkpoint").unlink()
    assert "not a log" in log.told()


def test_a_checkpoint_signed_by_somebody_else_is_not_believed(written):
    log = written(3)
    for key, why in ((new_key(ORIGIN), "keys that you trust has signed"), (new_key("other.example"), "does not know")):
        checkpoint = Checkpoint(key.name, 3, log.edge.root())
        log.write("checkpoint", bytes(sign_checkpoint(checkpoint, key)))
        assert why in log.told()


def test_a_log_that_grew_continues_what_was_seen(written):
    log = written(300)
    log.audit(memory=log.memory)
    log.grow([entry(at) for at in range(300, 900)])
    verdict = log.audit(memory=log.memory)
    assert verdict.outcome is Outcome.TRUE
    assert verdict.seen_before == 300


def test_a_log_that_went_back_is_not_believed_and_not_remembered(written):
    log = written(300)
    earlier = log.read("checkpoint")
    log.grow([entry(at) for at in range(300, 310)])
    log.audit(memory=log.memory)
    log.write("checkpoint", earlier)
    for _ in range(2):
        verdict = log.audit(memory=log.memory)
        assert "went back: it has 300 entries and had 310" in verdict.findings[0].en
        assert "\n310\n" in verdict.before


@pytest.mark.parametrize("size", [300, 301, 900])
def test_a_forked_log_is_not_believed_and_both_statements_are_kept(written, size):
    log = written(300)
    log.audit(memory=log.memory)
    fork = written([entry(at) if at != 7 else entry(at, kind="request.closed") for at in range(size)])
    fork.key = log.key
    fork.sign()
    verdict = fork.audit(log.policy, memory=log.memory)
    assert "The log was rewritten" in verdict.findings[0].en
    assert verdict.before != verdict.note
    assert verdict.before.count("— ") == verdict.note.count("— ") == 1


def test_a_memory_that_is_none_is_refused(written):
    log = written(3)
    log.memory.path.write_bytes(b"{}")
    with pytest.raises(ValueError, match="--state"):
        log.audit(memory=log.memory)


def test_promised_entries_are_found(written):
    from hashlib import sha256

    log = written(30)
    digest = sha256(entry(12, number=None)).digest()
    wanted = {"110105001001/requests": frozenset({digest, bytes(32)})}
    assert log.audit(wanted=wanted).found == {digest: 12}
