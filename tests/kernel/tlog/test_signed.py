"""Notes, checkpoints, cosignatures and proof files: the standards' own are believed, what was tampered with is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.tlog import (
    COSIGNS,
    Checkpoint,
    Doubt,
    Malformed,
    Note,
    Proof,
    Untrue,
    check_proof,
    check_signed,
    cosign,
    cosigned_at,
    new_key,
    open_checkpoint,
    parse_checkpoint,
    parse_note,
    parse_proof,
    sign,
    sign_checkpoint,
    signing_key,
    verifier_key,
)

ORIGIN = "linli.example/110105001"
# c2sp.org/signed-note, "Example"
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = (
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjO"
    "BH3mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()
# c2sp.org/tlog-cosignature, its example
COSIGNED = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""  # noqa: E501 - lines of the standard
KEY = new_key(ORIGIN)
WITNESS = new_key("university.example/witness", kind=COSIGNS)


def test_the_example_of_the_standard_is_believed():
    key = verifier_key(EXAMPLE_KEY)
    assert str(key) == EXAMPLE_KEY
    note = parse_note(EXAMPLE)
    check_signed(note, key)
    assert bytes(note) == EXAMPLE
    with pytest.raises(Untrue, match="false"):
        check_signed(Note(note.text.replace("an", "no"), note.signatures), key)


def test_the_checkpoint_of_the_standard_reads_back_with_its_cosignature():
    note = parse_note(COSIGNED.encode())
    assert bytes(note) == COSIGNED.encode()
    checkpoint = parse_checkpoint(note.text)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert int.from_bytes(note.signatures[1].signature[:8], "big") == 1679315147


def test_a_key_is_kept_and_handed_round_as_text():
    assert signing_key(KEY.secret()) == KEY
    assert verifier_key(str(KEY.verifier)) == KEY.verifier
    assert KEY.seed.hex() not in repr(KEY)
    for text in (str(KEY.verifier)[:-4], str(KEY.verifier).replace("linli", "linly"), "a+b", "", "x+00000000+AA=="):
        with pytest.raises(Malformed):
            verifier_key(text)
        with pytest.raises(Malformed):
            signing_key("PRIVATE+KEY+" + text)
    with pytest.raises(Malformed):
        signing_key(str(KEY.verifier))


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u3000b", "a\nb", "a\x00b", "x" * 201])
def test_a_name_that_would_break_a_line_is_no_key_s(name):
    with pytest.raises(Malformed):
        new_key(name)


def test_a_checkpoint_is_this_log_s_and_signed_or_not_believed():
    checkpoint = Checkpoint(ORIGIN, 7, bytes(range(32)))
    data = bytes(sign_checkpoint(checkpoint, KEY))
    assert data == bytes(sign_checkpoint(checkpoint, KEY))
    assert open_checkpoint(data, origin=ORIGIN, key=KEY.verifier) == checkpoint
    with pytest.raises(Untrue, match="another log"):
        open_checkpoint(data, origin="linli.example/other", key=KEY.verifier)
    with pytest.raises(Untrue, match="has not signed"):
        open_checkpoint(data, origin=ORIGIN, key=new_key(ORIGIN).verifier)
    with pytest.raises(Untrue, match="false"):
        open_checkpoint(data.replace(b"\n7\n", b"\n8\n"), origin=ORIGIN, key=KEY.verifier)
    for at in range(len(data)):
        with pytest.raises(Doubt):
            open_checkpoint(data[:at], origin=ORIGIN, key=KEY.verifier)
        with pytest.raises(Doubt):
            open_checkpoint(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], origin=ORIGIN, key=KEY.verifier)


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "a\n07\nAAAA\n", "a\n1\n", "a\n-1\n" + "A" * 43 + "=\n", "a\n1\nQUJD\n"]
)
def test_what_is_no_checkpoint_is_said_to_be_none(text):
    with pytest.raises(Malformed):
        parse_checkpoint(text)


def test_a_reader_takes_sixteen_signatures_and_ignores_unknown_ones():
    text = str(Checkpoint(ORIGIN, 7, bytes(32)))
    others = [sign(text, new_key(f"other.example/{n}")) for n in range(15)]
    note = parse_note(bytes(Note(text, (*others, sign(text, KEY)))))
    assert len(note.signatures) == 16
    check_signed(note, KEY.verifier)
    with pytest.raises(Malformed, match="too many"):
        parse_note(bytes(Note(text, (sign(text, KEY),) * 101)))


def test_a_witness_says_when_it_saw_a_log_and_nothing_else_counts_as_that():
    text = str(Checkpoint(ORIGIN, 7, bytes(32)))
    note = Note(text, (sign(text, KEY), cosign(text, WITNESS, at=1_790_000_000)))
    assert cosigned_at(parse_note(bytes(note)), WITNESS.verifier) == 1_790_000_000
    assert note.with_signatures(*note.signatures) == note
    with pytest.raises(Untrue, match="not vouched"):
        cosigned_at(note, new_key(WITNESS.name, kind=COSIGNS).verifier)
    with pytest.raises(Untrue, match="false"):
        cosigned_at(Note(text.replace("7", "8"), note.signatures), WITNESS.verifier)
    with pytest.raises(Untrue, match="not vouched"):
        cosigned_at(note, KEY.verifier)
    with pytest.raises(Untrue, match="has not signed"):
        check_signed(note, WITNESS.verifier)
    with pytest.raises(Malformed):
        cosign(text, KEY, at=1)


def test_a_proof_file_proves_its_entry_and_no_other(log):
    made = log(300)
    checkpoint = sign_checkpoint(Checkpoint(ORIGIN, 300, made.edge.root()), KEY)
    proof = Proof(7, tuple(made.tree().inclusion(7)), bytes(checkpoint), extra=b"entry 7")
    data = bytes(proof)
    assert data.startswith(b"c2sp.org/tlog-proof@v1\nextra ")
    assert parse_proof(data) == proof
    given = {"origin": ORIGIN, "key": KEY.verifier}
    assert check_proof(parse_proof(data), entry=b"entry 7", **given).size == 300
    with pytest.raises(Untrue, match="does not stand there"):
        check_proof(proof, entry=b"entry 8", **given)
    for at in range(len(data) - 1):
        with pytest.raises(Doubt):
            check_proof(parse_proof(data[:at]), entry=b"entry 7", **given)


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_whatever_else_comes_is_refused_in_two_languages(data):
    for read in (parse_note, parse_proof, lambda given: parse_checkpoint(given.decode(errors="replace"))):
        with pytest.raises(Doubt) as refused:
            read(data)
        assert refused.value.en
        assert refused.value.zh
