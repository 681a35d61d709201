"""Roles: previewed, changed with history, never breaking what keeps administrators apart."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

import pytest

from linli import domains
from linli.domains.people import actions, queries
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.people.models import Role
from linli.domains.people.rights import administrations, known
from linli.domains.people.roles import STANDARD
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Invalid, NotAllowed, Refusal
from linli.kernel.words import say


def change(role, rights, *, by, at, version=None):
    seen = queries.role(role)
    actions.change_role(role=role, rights=rights, version=version or seen.version, reason="试行", by=by, at=at)


@pytest.fixture(autouse=True, scope="module")
def every_right():
    """All rooms have said what rights they know, as they do when the whole house is up."""
    rooms = [f"linli.domains.{room.name}.rights" for room in iter_modules(domains.__path__)]
    for module in (*rooms, "linli.domains.people.signin.rights"):
        if find_spec(module):
            import_module(module)


def test_every_right_of_a_standard_role_is_declared_by_some_room():
    assert {right for role in STANDARD for right in role.rights} <= known().keys()


@pytest.mark.parametrize("role", STANDARD, ids=lambda role: role.code)
def test_no_standard_role_touches_two_administrations(role):
    assert len(administrations(role.rights)) == (1 if role.code.endswith("_admin") else 0)


def test_installing_again_changes_nothing_and_spares_what_the_office_changed(town, at):
    assert actions.install_standard_roles(by=SYSTEM, at=at) == 0
    change("volunteer", ["people.act_for"], by=SYSTEM, at=at)
    assert actions.install_standard_roles(by=SYSTEM, at=at) == 0
    assert queries.role("volunteer").rights == ("people.act_for",)


def test_a_new_edition_of_the_table_reaches_roles_nobody_changed_here(town, at):
    Role.objects.filter(pk="supervisor").update(rights=[])
    assert actions.install_standard_roles(by=SYSTEM, at=at) == 1
    assert "requests.supervise" in queries.role("supervisor").rights


def test_a_preview_says_who_gains_and_who_loses_what(town, hire, at):
    li, wang = hire("li", "grid_worker", over=town.community), hire("wang", "grid_worker", "community_head")
    rights = {*queries.role("grid_worker").rights, "requests.dispatch"} - {"people.find"}
    preview = queries.preview_role_change(role="grid_worker", rights=rights, by=SYSTEM, at=at)
    assert (preview.gained, preview.lost) == (("requests.dispatch",), ("people.find",))
    (effect,) = preview.effects
    assert (effect.account, effect.area) == (li, town.community.path)
    assert (effect.gains, effect.loses) == (("requests.dispatch",), ("people.find",))
    assert wang not in {each.account for each in preview.effects}


def test_a_preview_is_for_who_may_change_roles(staff, at):
    assert queries.preview_role_change(role="volunteer", rights=[], by=staff("security_admin"), at=at).version == 1
    for stranger in (ANYONE, staff("community_head")):
        with pytest.raises(NotAllowed):
            queries.preview_role_change(role="volunteer", rights=[], by=stranger, at=at)


def test_a_change_reaches_every_holder_at_once_and_leaves_its_history(staff, hire, at):
    admin, li = staff("security_admin"), hire("li", "volunteer")
    change("volunteer", ["people.act_for"], by=admin, at=at)
    assert queries.actor_for(li, at=at).rights == {"people.act_for"}
    newest, oldest = queries.role_history("volunteer")
    assert (newest.by, newest.gained, newest.lost, newest.reason) == (admin.account, ("people.act_for",), (), "试行")
    assert oldest.by is None
    assert Entry.objects.filter(kind="role.changed", stream="roles").count() == len(STANDARD) + 1


def test_a_change_seen_too_late_is_refused(town, at):
    change("volunteer", ["people.act_for"], by=SYSTEM, at=at, version=1)
    with pytest.raises(Refusal) as refused:
        change("volunteer", [], by=SYSTEM, at=at, version=1)
    assert refused.value.code == "changed_meanwhile"


def test_only_known_rights_can_be_given(town, at):
    with pytest.raises(Invalid):
        change("volunteer", ["vault.open_everything"], by=SYSTEM, at=at)


def test_only_who_holds_the_right_over_everything_changes_roles(town, staff, at):
    for by in (ANYONE, staff("system_admin"), staff("security_admin", over=town.community)):
        with pytest.raises(NotAllowed):
            change("volunteer", ["people.act_for"], by=by, at=at)


def test_no_role_may_hold_two_administrations(town, at):
    with pytest.raises(Refusal) as refused:
        change("supervisor", ["people.roles", "audit.read"], by=SYSTEM, at=at)
    assert refused.value.code == "administrators_apart"


def test_nor_may_a_change_give_a_holder_two_through_two_roles(hire, at):
    hire("li", "supervisor", "audit_admin")
    with pytest.raises(Refusal):
        change("supervisor", ["people.manage"], by=SYSTEM, at=at)
    assert "people.manage" not in queries.role("supervisor").rights


def test_nobody_widens_a_role_they_hold(staff, at):
    admin = staff("security_admin", "volunteer")
    for role in ("security_admin", "volunteer"):
        with pytest.raises(NotAllowed):
            change(role, [*queries.role(role).rights, "requests.read"], by=admin, at=at)


def test_the_right_to_appoint_cannot_be_taken_from_everyone(staff, at):
    admin = staff("security_admin")
    with pytest.raises(Refusal) as refused:
        change("security_admin", ["people.roles"], by=admin, at=at)
    assert refused.value.code == "nobody_left_to_appoint"


def test_a_new_role_has_a_new_code_and_both_names(town, at):
    words = say("Night desk", "夜间值班")
    actions.create_role(code="night_desk", words=words, rights=["requests.read"], by=SYSTEM, at=at)
    assert queries.role("night_desk").words == words
    for code in ("night_desk", "Night", "9", ""):
        with pytest.raises(Invalid):
            actions.create_role(code=code, words=words, rights=[], by=SYSTEM, at=at)
