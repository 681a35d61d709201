"""A receipt's promise is found kept, broken or still running; broken only where its time is known to be over."""

from hashlib import sha256

import pytest
from tests.kernel.auditing.conftest import ORIGIN, entry

from linli.kernel.auditing import Audit, Directory, Outcome, Promise, hold_to
from linli.kernel.tlog import Doubt, Promised, Receipt, new_key, sign_receipt

BY = 1_770_000_000
STREAM = "110105001001/requests"


def receipt(log, *places, by=BY, key=None):
    promised = tuple(Promised(STREAM, sha256(entry(place, number=None)).digest()) for place in places)
    return bytes(sign_receipt(Receipt(ORIGIN, by, promised), key or log.key))


def held(log, data, *, policy=None, now=BY + 9, live=False):
    source = Directory(log.folder, live=live)
    return hold_to(data, Audit(source, policy or log.policy), now=now)


def test_a_promise_that_was_kept(written):
    log = written(30)
    assert held(log, receipt(log, 12, 27)).promise is Promise.KEPT


def test_a_promise_that_was_broken_names_what_was_left_out(written):
    log = written(30)
    verdict = held(log, receipt(log, 12, 33), live=True)
    assert verdict.promise is Promise.BROKEN
    assert verdict.outcome is Outcome.UNTRUE
    assert [sha256(entry(33, number=None)).hexdigest() in each.en for each in verdict.findings] == [True]


def test_an_entry_in_another_stream_does_not_keep_the_promise(written):
    log = written(30)
    promised = Promised("110105001002/requests", sha256(entry(12, number=None)).digest())
    data = bytes(sign_receipt(Receipt(ORIGIN, BY, (promised,)), log.key))
    assert held(log, data, live=True).promise is Promise.BROKEN


@pytest.mark.parametrize(
    ("cosigned", "live", "now", "becomes"),
    [
        (None, False, BY + 999, Promise.RUNNING),
        (None, True, BY - 1, Promise.RUNNING),
        (None, True, BY + 1, Promise.BROKEN),
        (BY - 1, False, BY + 999, Promise.RUNNING),
        (BY + 1, False, BY - 999, Promise.BROKEN),
    ],
)
def test_a_promise_is_broken_only_when_its_time_is_over_for_what_was_read(written, cosigned, live, now, becomes):
    log = written(30).sign(cosigned=cosigned)
    assert held(log, receipt(log, 33), policy=log.strict, now=now, live=live).promise is becomes


def test_a_false_receipt_is_refused(written):
    log = written(30)
    for data in (receipt(log, 12, key=new_key(ORIGIN)), receipt(log, 12)[:-5], b"", b"garbage"):
        with pytest.raises(Doubt):
            held(log, data)


def test_a_receipt_of_another_log_is_refused(written):
    log, other = written(3), new_key("record.example/elsewhere")
    policy = type(log.policy)(logs=(*log.policy.logs, type(log.policy.logs[0])(other.verifier)))
    data = bytes(sign_receipt(Receipt(other.name, BY, (Promised(STREAM, bytes(32)),)), other))
    with pytest.raises(ValueError, match="is of the log"):
        held(log, data, policy=policy)
