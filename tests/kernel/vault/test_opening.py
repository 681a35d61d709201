"""Nothing opens without purpose and basis, and every opening leaves a line the owner reads."""

import pytest
from django.db import DatabaseError, connection, transaction

from linli.kernel.ids import new_id
from linli.kernel.refusal import NotAllowed, NotFound
from linli.kernel.vault import Basis, Opener, Plain, Purpose, accesses, forget_accesses, seal, seal_many

from .conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def refs(owner):
    return seal(owner=owner, values=[Plain("phone", "13800000001"), Plain("name", "某某")], at=NOON)


@pytest.mark.parametrize("lacking", [{"purpose": None}, {"basis": None}, {"purpose": "resolve"}, {"basis": "duty"}])
def test_no_purpose_or_basis_no_opening(refs, owner, read, lacking):
    with pytest.raises(NotAllowed):
        read(refs, **lacking)
    assert accesses(owner) == []


def test_nobody_opens_unnamed(refs, read):
    with pytest.raises(NotAllowed):
        read(refs, by=Opener(account=None, person=None, label=""))


def test_an_opening_is_one_line_per_owner_naming_fields_purpose_basis_and_who(refs, owner, reader, read):
    matter, other = new_id(), new_id()
    (theirs,) = seal(owner=other, values=[Plain("email", "nobody@example.org")], at=NOON)
    read([*refs, theirs], matter=matter, purpose=Purpose.CALL_BACK, basis=Basis.CONSENT)
    (line,) = accesses(owner)
    assert line.fields == ("name", "phone")
    assert (line.purpose, line.basis, line.by, line.matter, line.at) == (
        Purpose.CALL_BACK,
        Basis.CONSENT,
        reader,
        matter,
        NOON,
    )
    assert [other_line.fields for other_line in accesses(other)] == [("email",)]


def test_the_line_is_undone_with_the_opening(refs, owner, read):
    def open_then_fail():
        with transaction.atomic():
            read(refs)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_then_fail()
    assert accesses(owner) == []


def test_a_reference_to_nothing_is_refused_and_opens_nothing_else(refs, owner, read):
    with pytest.raises(NotFound):
        read([*refs, new_id()])
    assert accesses(owner) == []


def test_the_same_reference_twice_opens_once(refs, read):
    assert len(read([refs[0], refs[0]])) == 1


def test_lines_are_read_newest_first_page_by_page(refs, owner, read):
    for hour in (9, 10, 11):
        read(refs, at=NOON.replace(hour=hour))
    first = accesses(owner, limit=2)
    assert [line.at.hour for line in first] == [11, 10]
    assert [line.at.hour for line in accesses(owner, before=first[-1].at)] == [9]


@pytest.mark.parametrize("sql", ["UPDATE vault_access SET label = 'x'", "DELETE FROM vault_access"])
def test_the_database_refuses_to_change_or_drop_a_line(refs, owner, read, sql):
    read(refs)
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert len(accesses(owner)) == 1


def test_no_rule_can_shorten_six_months(refs, owner, read):
    read(refs)
    assert forget_accesses(before=NOON.replace(year=2030)) == 0
    assert len(accesses(owner)) == 1


def test_lines_older_than_the_rule_and_six_months_may_go(owner):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO vault_access (id, owner, fields, purpose, basis, label, at, written_at)"
            " VALUES (%s, %s, '{phone}', 'resolve', 'duty', 'x', %s, now() - interval '7 months')",
            [new_id(), owner, NOON],
        )
    assert forget_accesses(before=NOON) == 0
    assert forget_accesses(before=NOON.replace(day=3)) == 1


def test_every_purpose_and_basis_speaks_both_languages():
    for word in (*Purpose, *Basis):
        assert word.words.en
        assert word.words.zh
        assert len(word.value) <= 24
    assert len(Basis) == 7


def test_many_owners_cost_one_log_statement(read, django_assert_num_queries):
    refs = seal_many([(new_id(), Plain("phone", "13800000001")) for _ in range(20)], at=NOON)
    with django_assert_num_queries(2):
        read(refs)
