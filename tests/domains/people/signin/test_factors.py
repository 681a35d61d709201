"""Second factors: RFC 6238 codes that work once, recovery codes that work once, and never too many tries."""

import base64
import threading
from datetime import UTC, datetime

import pytest
from django.db import connection, connections

from linli.domains.people.signin import factors, recovery, totp
from linli.domains.people.signin.models import AuthenticatorApp, LogLine, Passkey
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, Refusal, TooMany

from .conftest import HERE, NOON, later

RFC = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_those_of_rfc_6238(seconds, code):
    assert totp.current_code(RFC, at=datetime.fromtimestamp(seconds, UTC)) == code


def test_a_phones_clock_may_be_half_a_minute_off_and_no_more():
    code = totp.current_code(RFC, at=NOON)
    assert totp.matching_step(RFC, code, at=later(seconds=-30)) is not None
    assert totp.matching_step(RFC, f"{code[:3]} {code[3:]}", at=later(seconds=30)) is not None
    assert totp.matching_step(RFC, code, at=later(seconds=60)) is None
    assert totp.matching_step(RFC, "", at=NOON) is None
    assert totp.matching_step(RFC, "１２３456", at=NOON) is None


def test_the_address_for_the_app_names_the_deployment(settings):
    settings.SIGNIN_ISSUER = "邻里 Linli"
    assert totp.address(RFC, label="lin.desk").startswith(
        "otpauth://totp/%E9%82%BB%E9%87%8C%20Linli%3Alin.desk?secret="
    )


@pytest.mark.django_db
def test_a_code_works_once():
    account = new_id()
    totp.add(account, RFC, at=NOON)
    code = totp.current_code(RFC, at=NOON)
    factors.check_second_factor(account, code, visit=HERE, at=NOON)
    with pytest.raises(Invalid, match="used already"):
        factors.check_second_factor(account, code, visit=HERE, at=NOON)
    next_code = totp.current_code(RFC, at=later(seconds=30))
    factors.check_second_factor(account, next_code, visit=HERE, at=later(seconds=30))


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_the_same_code_from_twenty_browsers_at_once_works_for_one():
    account, passed = new_id(), []
    totp.add(account, RFC, at=NOON)
    code = totp.current_code(RFC, at=NOON)

    def come():
        try:
            if totp.check(account, code, at=NOON):
                passed.append(1)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=come) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 1


@pytest.mark.django_db
def test_the_secret_is_sealed_and_bound_to_its_account():
    mine, other = new_id(), new_id()
    totp.add(mine, RFC, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(a)::text FROM signin_authenticatorapp a")
        assert RFC.encode().hex() not in cursor.fetchone()[0]
    stolen = AuthenticatorApp.objects.get()
    AuthenticatorApp.objects.create(account=other, secret=stolen.secret, added_at=NOON)
    with pytest.raises(Refusal):
        totp.check(other, "000000", at=NOON)


@pytest.mark.django_db
def test_an_app_is_bound_only_by_a_right_code_and_that_code_is_used_up():
    account = new_id()
    with pytest.raises(Invalid):
        factors.enrol_app(account, RFC, "000000", visit=HERE, at=NOON)
    assert not factors.factors_of(account).enrolled
    code = totp.current_code(RFC, at=NOON)
    factors.enrol_app(account, RFC, code, visit=HERE, at=NOON)
    assert factors.factors_of(account).app
    with pytest.raises(Invalid):
        factors.check_second_factor(account, code, visit=HERE, at=NOON)


@pytest.mark.django_db
def test_five_wrong_codes_end_it_for_a_while_and_a_success_clears_them():
    account = new_id()
    totp.add(account, RFC, at=NOON)
    for _ in range(5):
        with pytest.raises(Invalid):
            factors.check_second_factor(account, "000000", visit=HERE, at=NOON)
    with pytest.raises(TooMany):
        factors.check_second_factor(account, totp.current_code(RFC, at=NOON), visit=HERE, at=NOON)
    factors.factor_passed(account, at=NOON)
    factors.check_second_factor(account, totp.current_code(RFC, at=NOON), visit=HERE, at=NOON)


@pytest.mark.django_db
def test_a_recovery_code_works_once_however_it_is_typed_and_is_logged():
    account = new_id()
    made = factors.make_recovery_codes(account, visit=HERE, at=NOON)
    assert len(set(made)) == factors.factors_of(account).recovery_left == 10
    factors.check_second_factor(account, made[0].lower().replace("-", " "), visit=HERE, at=NOON)
    with pytest.raises(Invalid):
        factors.check_second_factor(account, made[0], visit=HERE, at=NOON)
    assert factors.factors_of(account).recovery_left == 9
    assert LogLine.objects.filter(happening=Happening.RECOVERY_USED, account=account).count() == 1


@pytest.mark.django_db
def test_a_new_set_of_recovery_codes_ends_the_old_one():
    account = new_id()
    (old, *_) = recovery.make(account)
    recovery.make(account)
    assert not recovery.use(account, old, at=NOON)


@pytest.mark.django_db
def test_one_accounts_recovery_code_is_nothing_to_another():
    (code, *_) = recovery.make(new_id())
    assert not recovery.use(new_id(), code, at=NOON)


@pytest.mark.django_db
def test_staff_keep_a_second_factor_residents_need_none():
    account = new_id()
    kept = Passkey.objects.create(account=account, credential=b"1", data=b"1", device="phone", added_at=NOON)
    with pytest.raises(Refusal, match="only second factor"):
        factors.remove_passkey(account, kept.id, door=Door.STAFF, visit=HERE, at=NOON)
    factors.remove_passkey(account, kept.id, door=Door.RESIDENT, visit=HERE, at=NOON)
    assert not factors.factors_of(account).enrolled


@pytest.mark.django_db
def test_nobody_removes_anothers_passkey():
    kept = Passkey.objects.create(account=new_id(), credential=b"1", data=b"1", device="phone", added_at=NOON)
    factors.remove_passkey(new_id(), kept.id, door=Door.RESIDENT, visit=HERE, at=NOON)
    assert Passkey.objects.filter(id=kept.id).exists()


@pytest.mark.django_db
def test_a_reset_takes_every_factor_and_says_who_did_it():
    account, administrator = new_id(), new_id()
    totp.add(account, RFC, at=NOON)
    recovery.make(account)
    factors.reset(account, by=administrator, at=NOON)
    assert factors.factors_of(account) == factors.Factors(app=False, passkeys=0, recovery_left=0)
    assert LogLine.objects.get(happening=Happening.FACTORS_RESET).by == administrator


def test_a_demos_secrets_are_its_own_and_stay(settings):
    settings.SIGNIN_KEY = "one demo"
    mine = totp.demo_secret("lin.desk")
    assert totp.demo_secret("lin.desk") == mine != totp.demo_secret("wang.head")
    settings.SIGNIN_KEY = "another demo"
    assert totp.demo_secret("lin.desk") != mine
