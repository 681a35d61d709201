"""A policy says whom a reader believes, and how many witnesses must have cosigned."""

import pytest

from linli.kernel.tlog import COSIGNS, Checkpoint, Malformed, Untrue, cosign, new_key, parse_policy, sign_checkpoint
from linli.kernel.tlog import signed_by as signer

LOG, NEXT_KEY = new_key("log.example/a"), new_key("log.example/a")
WITNESSES = [new_key(f"witness.example/{name}", kind=COSIGNS) for name in "abcd"]
NAMED = "".join(f"witness {name} {key.verifier}\n" for name, key in zip("abcd", WITNESSES, strict=True))
TWO_LEVELS = f"""
# whom we believe
log {LOG.verifier}  http://127.0.0.1/log
{NAMED}
\tgroup residents 2 a b c
group both all residents d
quorum both
"""


def note(*witnesses, key=LOG):
    signed = sign_checkpoint(Checkpoint(LOG.name, 0, bytes(32)), key)
    return signed.with_signatures(*(cosign(signed.text, WITNESSES["abcd".index(name)], at=7) for name in witnesses))


@pytest.mark.parametrize(
    ("vouching", "enough"), [("", False), ("abc", False), ("ad", False), ("abd", True), ("bcd", True), ("d", False)]
)
def test_groups_stand_in_groups(vouching, enough):
    policy = parse_policy(TWO_LEVELS.encode())
    seen = policy.vouching(note(*vouching))
    assert seen == dict.fromkeys(vouching, 7)
    assert policy.satisfied(seen) is enough
    assert policy.needed() == 3


@pytest.mark.parametrize(("quorum", "needed"), [("quorum none", 0), ("quorum a", 1), ("group g any a b\nquorum g", 1)])
def test_the_fewest_that_are_needed(quorum, needed):
    assert parse_policy(f"{NAMED}{quorum}".encode()).needed() == needed


@pytest.mark.parametrize(
    "wrong",
    [
        "quorum e",
        "group none any a\nquorum none",
        "group g 3 a b\nquorum g",
        "group g 0 a b\nquorum g",
        "group g 01 a b\nquorum g",
        "group g any\nquorum g",
        "group g all a a\nquorum g",
        "group g all a b\ngroup h any a\nquorum h",
        "group a any b\nquorum a",
        "quorum a\nquorum b",
        "quorum",
        "quorum a b",
        f"log {WITNESSES[0].verifier}\nquorum none",
        f"witness e {LOG.verifier}\nquorum none",
        f"witness e {WITNESSES[0].verifier}\nquorum none",
        f"log {LOG.verifier}\nlog {LOG.verifier}\nquorum none",
        "log garbage\nquorum none",
        "believe everybody\nquorum none",
    ],
    ids=range(18),
)
def test_a_line_that_cannot_be_read_is_named(wrong):
    with pytest.raises(Malformed, match=r"Line \d+ of the policy"):
        parse_policy(f"{NAMED}{wrong}\n".encode())


def test_a_policy_must_say_how_many():
    with pytest.raises(Malformed, match="quorum none"):
        parse_policy(NAMED.encode())


def test_a_log_may_be_changing_its_key():
    policy = parse_policy(f"log {LOG.verifier}\nlog {NEXT_KEY.verifier}\nquorum none".encode())
    assert signer(note(key=NEXT_KEY), policy.keys_of(LOG.name)) == NEXT_KEY.verifier
    assert policy.keys_of("log.example/b") == []
    with pytest.raises(Untrue):
        signer(note(), [NEXT_KEY.verifier])
