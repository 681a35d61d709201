"""Passwords: one answer for every failure, a lock after five, and no stranger can lock a known browser out."""

from dataclasses import replace

import pytest

from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.signin import actions, passwords
from linli.domains.people.signin.models import LogLine, Password
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.vocabulary import Happening
from linli.kernel.refusal import Invalid, TooMany

from .conftest import HERE, NOON, PASSWORD, elsewhere, later

pytestmark = pytest.mark.django_db


def fails(username, password, visit=HERE, at=NOON) -> str:
    with pytest.raises((Invalid, TooMany)) as refused:
        passwords.check(username, password, visit=visit, at=at)
    return refused.value.sentence.in_language("en")


def test_name_and_password_lead_to_the_account(staff):
    assert passwords.check("lin.desk", PASSWORD, visit=HERE, at=NOON) == staff
    assert passwords.check(" lin.desk ", PASSWORD, visit=HERE, at=NOON) == staff


def test_unknown_name_wrong_password_and_closed_account_sound_alike(staff):
    said = {fails("lin.desk", "wrong"), fails("nobody.here", "wrong")}
    Account.objects.filter(id=staff.id).update(is_active=False)
    said.add(fails("lin.desk", PASSWORD))
    assert len(said) == 1


def test_an_unknown_name_costs_the_same_work(staff, monkeypatch):
    checked = []
    monkeypatch.setattr(passwords, "check_password", lambda given, kept, setter: checked.append(kept))
    fails("lin.desk", "wrong")
    fails("nobody.here", "wrong")
    assert [kept.split("$")[:4] for kept in checked] == [staff.password.split("$")[:4]] * 2


def test_five_failures_lock_the_account_even_for_the_right_password(staff):
    for _ in range(5):
        fails("lin.desk", "wrong")
    assert "Too many tries" in fails("lin.desk", PASSWORD, visit=elsewhere(1))
    assert passwords.check("lin.desk", PASSWORD, visit=elsewhere(2), at=later(minutes=30)) == staff


def test_a_lock_of_an_unknown_name_looks_the_same():
    for _ in range(5):
        fails("nobody.here", "wrong")
    assert "Too many tries" in fails("nobody.here", "wrong")


def test_the_log_tells_of_a_lock_once_an_hour(staff):
    for _ in range(20):
        fails("lin.desk", "wrong")
    assert LogLine.objects.filter(happening=Happening.LOCKED, account=staff.id).count() == 1
    assert LogLine.objects.filter(happening=Happening.PASSWORD_WRONG).count() == 5


def test_a_stranger_cannot_lock_out_a_browser_the_owner_used_before(staff):
    for n in range(6):
        fails("lin.desk", "wrong", visit=elsewhere(n))
    own = replace(HERE, mark=mark("device", "own"), trusted_for=frozenset({staff.id}))
    assert passwords.check("lin.desk", PASSWORD, visit=own, at=NOON) == staff


def test_coming_in_fully_gives_the_tries_back(staff):
    for _ in range(4):
        fails("lin.desk", "wrong")
    passwords.passed(staff, visit=HERE, at=NOON)
    for _ in range(4):
        fails("lin.desk", "wrong")
    assert passwords.check("lin.desk", PASSWORD, visit=HERE, at=NOON) == staff


def test_an_administrator_unlocks(staff):
    for _ in range(5):
        fails("lin.desk", "wrong")
    actions.unlock(staff.id, by=SYSTEM, at=NOON)
    assert passwords.check("lin.desk", PASSWORD, visit=HERE, at=NOON) == staff


@pytest.mark.parametrize("weak", ["short", "1234567890123", "password123", "lin.desk.lin.desk"[:9]])
def test_a_weak_password_is_refused_with_the_reason(staff, weak):
    with pytest.raises(Invalid) as refused:
        passwords.set_password(staff, weak, at=NOON)
    assert str(refused.value.fields["password"])


def test_a_temporary_password_is_marked_until_changed(staff):
    passwords.set_password(staff, "temporary-gate-9", temporary=True, at=NOON)
    assert passwords.is_temporary(staff.id)
    actions.change_password(staff.id, "temporary-gate-9", PASSWORD, here=None, visit=HERE, at=NOON)
    assert not passwords.is_temporary(staff.id)
    assert Password.objects.get().set_at == NOON


def test_changing_a_password_needs_the_old_one_and_another_new_one(staff):
    change = {"here": None, "visit": HERE, "at": NOON}
    with pytest.raises(Invalid, match="present password"):
        actions.change_password(staff.id, "wrong", "another-gate-77", **change)
    with pytest.raises(Invalid, match="other than"):
        actions.change_password(staff.id, PASSWORD, PASSWORD, **change)
