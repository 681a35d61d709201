"""A receipt is a promise of the log's own, and never anything else."""

import pytest

from linli.kernel.tlog import (
    Checkpoint,
    Doubt,
    Malformed,
    Promised,
    Receipt,
    Untrue,
    check_signed,
    new_key,
    open_checkpoint,
    open_receipt,
    parse_checkpoint,
    sign_checkpoint,
    sign_receipt,
)

KEY = new_key("log.example/liuyin")
ENTRIES = (Promised("110105001001/requests", bytes(range(32))), Promised("110105001/notices", bytes(32)))
RECEIPT = Receipt(KEY.name, 1_770_000_000, ENTRIES)
SIGNED = sign_receipt(RECEIPT, KEY)


def test_a_receipt_is_read_as_it_was_written():
    assert open_receipt(bytes(SIGNED), [new_key(KEY.name).verifier, KEY.verifier]) == RECEIPT
    assert bytes(sign_receipt(RECEIPT, KEY)) == bytes(SIGNED)


@pytest.mark.parametrize("at", range(len(bytes(SIGNED))))
def test_any_changed_byte_is_noticed(at):
    data = bytes(SIGNED)
    with pytest.raises(Doubt):
        open_receipt(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], [KEY.verifier])


@pytest.mark.parametrize("keep", range(0, len(bytes(SIGNED)), 7))
def test_a_cut_receipt_is_refused(keep):
    with pytest.raises(Doubt):
        open_receipt(bytes(SIGNED)[:keep], [KEY.verifier])


def test_another_key_s_receipt_is_not_believed():
    other = new_key("log.example/other")
    for key in (new_key(KEY.name), other):
        with pytest.raises(Untrue):
            open_receipt(bytes(SIGNED), [key.verifier])
    with pytest.raises(Untrue):
        open_receipt(bytes(sign_receipt(RECEIPT, other)), [other.verifier])


def test_a_receipt_is_no_checkpoint_and_a_checkpoint_no_receipt():
    with pytest.raises(Malformed):
        parse_checkpoint(SIGNED.text)
    with pytest.raises(Untrue):
        check_signed(SIGNED, KEY.verifier)
    with pytest.raises(Doubt):
        open_checkpoint(bytes(SIGNED), origin=KEY.name, key=KEY.verifier)
    checkpoint = sign_checkpoint(Checkpoint(KEY.name, 0, bytes(32)), KEY)
    with pytest.raises(Malformed):
        open_receipt(bytes(checkpoint), [KEY.verifier])
    assert SIGNED.signatures[0].key_id != checkpoint.signatures[0].key_id


@pytest.mark.parametrize("entries", [(), (Promised("", bytes(32)),)])
def test_an_empty_promise_is_none(entries):
    with pytest.raises(Malformed):
        open_receipt(bytes(sign_receipt(Receipt(KEY.name, 1, entries), KEY)), [KEY.verifier])
