"""Organisations and accounts: made by system administrators, found as choices, named in the open."""

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.vocabulary import AccountKind, OrganisationKind
from linli.kernel.refusal import Invalid, NotAllowed, NotFound


def found(town, at, *, by=SYSTEM, **more):
    given = {"kind": OrganisationKind.PROPERTY_COMPANY, "name": "安居物业", "place": town.community.id, **more}
    return actions.create_organisation(**given, by=by, at=at)


def test_choices_for_a_place_come_nearest_first(town, at):
    company = found(town, at)
    elsewhere = found(town, at, place=town.other.id)
    choices = [unit.id for unit in queries.units(covering=town.community.path + "b1.")]
    assert set(choices[:2]) == {company, town.committee}
    assert choices[2:] == [town.office]
    assert [unit.id for unit in queries.units(within=town.other.path)] == [elsewhere]
    assert [unit.id for unit in queries.units(kinds=[OrganisationKind.SUBDISTRICT_OFFICE])] == [town.office]


def test_names_are_found_for_staff_and_organisations_together(town, hire, at, django_assert_num_queries):
    li, resident = hire("li"), actions.register_person(by=ANYONE, at=at)
    account = Account.objects.create(kind=AccountKind.RESIDENT.value, person_id=resident, opened_at=at).pk
    with django_assert_num_queries(2):
        names = queries.names_of([li, town.committee, account])
    assert names.keys() == {li, town.committee}
    assert names[li].zh == "员工li"
    assert names[town.committee].en == "Chunfeng residents' committee"


def test_a_unit_knows_who_holds_which_right_in_it(town, hire, at, django_assert_num_queries):
    clerk, head = hire("clerk", "department_clerk"), hire("head", "community_head")
    with django_assert_num_queries(1):
        everyone = queries.people_of(town.office, at=at)
    assert [each.account for each in everyone] == [clerk, head]
    assert [each.account for each in queries.people_of(town.office, right="requests.dispatch", at=at)] == [head]
    assert [each.account for each in queries.holders("requests.dispatch", at_place=town.community.path, at=at)] == [
        head
    ]


@pytest.mark.parametrize("code", ["91110000600037341L", " 91110000600037341l "])
def test_a_credit_code_is_checked_and_belongs_to_one(town, at, code):
    company = found(town, at, credit_code=code)
    assert queries.unit(company).credit_code == "91110000600037341L"
    with pytest.raises(Invalid) as refused:
        found(town, at, name="另一物业", credit_code=code)
    assert "credit_code" in refused.value.fields


@pytest.mark.parametrize("code", ["91110000600037341X", "123", "9111000060003734"])
def test_a_wrong_credit_code_is_refused(town, at, code):
    with pytest.raises(Invalid):
        found(town, at, credit_code=code)


def test_two_of_a_kind_never_share_a_name_at_one_place(town, at):
    company = found(town, at)
    with pytest.raises(Invalid):
        found(town, at)
    actions.close_organisation(organisation=company, by=SYSTEM, at=at)
    found(town, at)


def test_a_closed_organisation_has_no_posts_and_is_no_choice(town, hire, at):
    li = hire("li", "department_clerk")
    actions.close_organisation(organisation=town.office, by=SYSTEM, at=at)
    assert queries.actor_for(li, at=at).posts == ()
    assert town.office not in {unit.id for unit in queries.units()}
    assert not queries.unit(town.office).active


def test_only_system_administrators_found_and_hire(town, staff, at):
    for by in (ANYONE, staff("security_admin"), staff("system_admin", over=town.other)):
        with pytest.raises(NotAllowed):
            found(town, at, by=by)
    admin = staff("system_admin")
    found(town, at, by=admin)
    actions.open_staff_account(username="wang", display_name="王五", by=admin, at=at)
    with pytest.raises(NotAllowed):
        actions.open_staff_account(username="zhao", display_name="赵六", by=ANYONE, at=at)


def test_a_username_is_one_form_and_used_once(hire, at):
    hire("li")
    with pytest.raises(Invalid):
        actions.open_staff_account(username=" LI ", display_name="李四", by=SYSTEM, at=at)
    for username in ("", "a", "li si", "a" * 65, "li\n"[:2] + "/"):
        with pytest.raises(Invalid):
            actions.open_staff_account(username=username, display_name="李四", by=SYSTEM, at=at)


def test_a_closed_account_opens_again_without_its_posts(staff, hire, at):
    admin, li = staff("system_admin"), hire("li", "grid_worker")
    actions.close_account(account=li, by=admin, at=at)
    actions.reopen_account(account=li, by=admin, at=at)
    assert queries.actor_for(li, at=at).posts == ()
    with pytest.raises(NotAllowed):
        actions.close_account(account=admin.account, by=admin, at=at)


def test_accounts_are_listed_for_administrators_only_and_never_residents(staff, hire, at):
    li = hire("li")
    resident = actions.register_person(by=ANYONE, at=at)
    Account.objects.create(kind=AccountKind.RESIDENT.value, person_id=resident, opened_at=at)
    admin = staff("system_admin")
    assert {each.id for each in queries.accounts(by=admin)} == {li, admin.account}
    assert [each.id for each in queries.accounts(by=admin, name="员工li")] == [li]
    with pytest.raises(NotAllowed):
        queries.accounts(by=ANYONE)
    with pytest.raises(NotFound):
        queries.account(resident, by=admin)
