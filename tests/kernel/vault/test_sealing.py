"""What is sealed comes back as it was, opens nowhere else, and costs a constant number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid
from linli.kernel.vault import Plain, open_octets, seal, seal_many
from linli.kernel.vault.refusals import CipherNotHere, Damaged

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["aes-256-gcm", "sm4-gcm"])
def each_cipher(request, settings):
    settings.VAULT_CIPHER = request.param
    try:
        seal(owner=new_id(), values=[Plain("note", "try")], at=NOON)
    except CipherNotHere:
        pytest.skip(f"this machine's OpenSSL has no {request.param}")


@pytest.mark.usefixtures("each_cipher")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(), min_size=1, max_size=6))
def test_any_text_comes_back(texts, read):
    refs = seal(owner=new_id(), values=[Plain("note", text) for text in texts], at=NOON)
    opened = read(refs)
    assert [opened[ref] for ref in refs] == texts


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.binary(max_size=5000))
def test_any_bytes_come_back(value, reader):
    from linli.kernel.vault import Basis, Purpose

    (ref,) = seal(owner=new_id(), values=[Plain("secret", value)], at=NOON)
    how = {"by": reader, "purpose": Purpose.SIGN_IN, "basis": Basis.CONTRACT, "matter": None, "at": NOON}
    assert open_octets([ref], **how) == {ref: value}


def test_a_value_sealed_as_bytes_is_not_opened_as_text(owner, read):
    refs = seal(owner=owner, values=[Plain("secret", b"\x01")], at=NOON)
    with pytest.raises(TypeError, match="not sealed as str"):
        read(refs)


def test_nothing_to_seal_asks_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert seal_many([], at=NOON) == []


@pytest.mark.parametrize("owners", [1, 40])
def test_statements_do_not_grow_with_values_or_owners(owners, django_assert_num_queries):
    items = [(new_id(), Plain("phone", f"1380000{n:04}", find=True)) for n in range(owners)]
    for _ in ("new owners", "known owners"):
        with django_assert_num_queries(2):
            seal_many(items * 5, at=NOON)


def test_opening_takes_two_statements_however_many(read, django_assert_num_queries):
    refs = seal_many([(new_id(), Plain("note", str(n))) for n in range(50)], at=NOON)
    with django_assert_num_queries(2):
        assert len(read(refs)) == 50


def test_values_of_both_ciphers_stand_side_by_side(owner, read, settings):
    (first,) = seal(owner=owner, values=[Plain("note", "一")], at=NOON)
    settings.VAULT_CIPHER = "sm4-gcm"
    (second,) = seal(owner=owner, values=[Plain("note", "二")], at=NOON)
    assert read([first, second]) == {first: "一", second: "二"}


def test_an_unknown_cipher_is_refused_by_name(owner, settings):
    settings.VAULT_CIPHER = "rot13"
    with pytest.raises(CipherNotHere) as refused:
        seal(owner=owner, values=[Plain("note", "x")], at=NOON)
    assert "rot13" in str(refused.value.sentence)


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE vault_value SET sealed = (SELECT sealed FROM vault_value WHERE id = %(b)s) WHERE id = %(a)s",
        "UPDATE vault_value SET field = 'name' WHERE id = %(a)s",
        "UPDATE vault_value SET owner = (SELECT owner FROM vault_value WHERE id = %(c)s) WHERE id = %(a)s",
        "UPDATE vault_value SET algorithm = 2 WHERE id = %(a)s",
        "UPDATE vault_value SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE id = %(a)s",
        "UPDATE vault_value SET sealed = substring(sealed, 1, 20) WHERE id = %(a)s",
        "UPDATE vault_value SET sealed = '' WHERE id = %(a)s",
        "UPDATE vault_datakey k SET wrapped = o.wrapped FROM vault_datakey o, vault_value v, vault_value w"
        " WHERE v.id = %(a)s AND w.id = %(c)s AND k.owner = v.owner AND o.owner = w.owner",
    ],
)
def test_a_ciphertext_moved_or_changed_does_not_open(swap, read):
    mine, other = new_id(), new_id()
    a, b = seal(owner=mine, values=[Plain("phone", "13800000001"), Plain("phone", "13800000002")], at=NOON)
    (c,) = seal(owner=other, values=[Plain("phone", "13800000003")], at=NOON)
    with connection.cursor() as cursor:
        cursor.execute(swap, {"a": a, "b": b, "c": c})
        assert cursor.rowcount == 1
    with pytest.raises(Damaged):
        read([a])


def test_the_database_and_its_log_of_statements_hold_no_plain_value(owner):
    with CaptureQueriesContext(connection) as asked:
        seal(owner=owner, values=[Plain("phone", "13800009999", find=True), Plain("name", "甄无名")], at=NOON)
    spoken = " ".join(query["sql"] for query in asked)
    for value in ("13800009999", "甄无名"):
        assert value not in spoken
        assert value.encode().hex() not in spoken


@pytest.mark.parametrize("name", ["", "Phone", "two words", "x" * 65, "1st"])
def test_a_field_has_a_plain_name(name):
    with pytest.raises(Invalid):
        Plain(name, "value")


def test_a_plain_value_never_shows_itself():
    assert "13800009999" not in repr(Plain("phone", "13800009999"))
    assert "13800009999" not in str(Plain("phone", b"13800009999"))
