"""Passkeys: bound to one site and account, verified by their owner, and refused when copied, replayed or malformed."""

import json

import pytest

from linli.domains.people.signin import actions, passkeys
from linli.domains.people.signin.models import LogLine, Passkey
from linli.domains.people.signin.passkeys import Site
from linli.domains.people.signin.residents import account_of
from linli.domains.people.signin.vocabulary import Device, Door, Happening
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, NotAllowed, TooMany

from .browser_key import BrowserKey
from .conftest import HERE, NOON, PHONE, later

SITE = Site("http", "localhost", "8000")
pytestmark = pytest.mark.django_db


def added(account, key=None) -> BrowserKey:
    key = key or BrowserKey(SITE.origin)
    options, state = passkeys.begin_adding(account, label="林", site=SITE)
    passkeys.add(account, key.create(options), state=state, site=SITE, device=Device.PHONE, at=NOON)
    return key


def used(key, account=None, site=SITE):
    options, state = passkeys.begin_using(account, site=SITE)
    return passkeys.use(key.get(options), state=state, site=site, account=account, at=later(minutes=1))


def test_a_passkey_leads_to_its_account():
    account = new_id()
    assert used(added(account)) == account
    assert Passkey.objects.get().used_at == later(minutes=1)


def test_only_names_over_https_and_localhost_can_hold_passkeys():
    assert Site("https", "linli.example").can_hold
    assert Site("http", "localhost", "8000").can_hold
    assert not Site("http", "linli.example").can_hold
    assert not Site("http", "127.0.0.1", "8000").can_hold
    assert not Site("https", "[::1]").can_hold


def test_a_passkey_of_another_origin_is_refused():
    key = added(new_id())
    key.origin = "http://localhost:9000"
    with pytest.raises(Invalid):
        used(key)


def test_an_answer_to_another_question_is_refused():
    key = added(new_id())
    first, _ = passkeys.begin_using(None, site=SITE)
    _, second = passkeys.begin_using(None, site=SITE)
    with pytest.raises(Invalid):
        passkeys.use(key.get(first), state=second, site=SITE, at=NOON)
    with pytest.raises(Invalid):
        passkeys.use(key.get(first), state=None, site=SITE, at=NOON)


def test_a_key_that_did_not_check_its_owner_is_refused():
    key = added(new_id())
    key.verified = False
    with pytest.raises(Invalid):
        used(key)


def test_a_signature_by_another_key_is_refused():
    key, thief = added(new_id()), BrowserKey(SITE.origin)
    thief.id = key.id
    with pytest.raises(Invalid):
        used(thief)


def test_a_copied_key_betrays_itself_by_its_counter():
    key = added(new_id())
    used(key)
    used(key)
    key.counter = 0
    with pytest.raises(Invalid):
        used(key)


def test_a_key_that_does_not_count_may_be_used_again():
    key = added(new_id(), BrowserKey(SITE.origin, counting=False))
    used(key)
    used(key)


def test_the_same_passkey_is_not_kept_twice():
    key = added(new_id())
    with pytest.raises(Invalid):
        added(new_id(), key)


def test_an_unknown_passkey_is_refused():
    with pytest.raises(Invalid):
        used(BrowserKey(SITE.origin))


@pytest.mark.parametrize(
    "junk", ["", "null", "[]", "{}", "\x00", '{"id":"a","rawId":"b"}', '{"rawId":1,"response":{}}', "9" * 5000]
)
def test_a_malformed_answer_is_a_refusal_not_a_fault(junk):
    _, state = passkeys.begin_using(None, site=SITE)
    with pytest.raises(Invalid):
        passkeys.use(junk, state=state, site=SITE, at=NOON)
    _, state = passkeys.begin_adding(new_id(), label="林", site=SITE)
    with pytest.raises(Invalid):
        passkeys.add(new_id(), junk, state=state, site=SITE, device=Device.PHONE, at=NOON)


def test_cut_off_binary_is_a_refusal_too():
    key = added(new_id())
    options, state = passkeys.begin_using(None, site=SITE)
    answer = json.loads(key.get(options))
    answer["response"]["authenticatorData"] = answer["response"]["authenticatorData"][:20]
    with pytest.raises(Invalid):
        passkeys.use(json.dumps(answer), state=state, site=SITE, at=NOON)


def test_staff_show_their_own_passkey_as_second_factor(staff):
    mine, others = added(staff.id), added(new_id())
    options, state = passkeys.begin_using(staff.id, site=SITE)
    how = {"state": state, "site": SITE, "visit": HERE, "at": NOON}
    with pytest.raises(Invalid):
        actions.use_passkey_as_factor(staff.id, others.get(options), **how)
    assert LogLine.objects.filter(happening=Happening.FACTOR_WRONG, account=staff.id).exists()
    actions.use_passkey_as_factor(staff.id, mine.get(options), **how)
    for _ in range(3):
        with pytest.raises(Invalid):
            actions.use_passkey_as_factor(staff.id, "junk", **how)
    with pytest.raises(TooMany):
        actions.use_passkey_as_factor(staff.id, mine.get(options), **how)


def test_a_resident_comes_in_by_passkey_and_staff_do_not(staff):
    resident = account_of(PHONE, visit=HERE, at=NOON)
    mine, theirs = added(resident.id), added(staff.id)
    options, state = passkeys.begin_using(None, site=SITE)
    how = {"state": state, "site": SITE, "visit": HERE, "at": NOON}
    assert actions.sign_in_with_passkey(mine.get(options), **how) == resident
    with pytest.raises(Invalid):
        actions.sign_in_with_passkey(theirs.get(options), **how)
    type(resident).objects.filter(id=resident.id).update(is_active=False)
    with pytest.raises(NotAllowed):
        actions.sign_in_with_passkey(mine.get(options), **how)


def test_adding_is_logged(staff):
    options, state = passkeys.begin_adding(staff.id, label="林", site=SITE)
    answer = BrowserKey(SITE.origin).create(options)
    actions.add_passkey(staff.id, answer, state=state, site=SITE, door=Door.STAFF, visit=HERE, at=NOON)
    assert LogLine.objects.get().happening == Happening.PASSKEY_ADDED
