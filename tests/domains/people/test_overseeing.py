"""Accounts belong where their posts are; roles and logs to the whole deployment, whatever its root is called."""

from __future__ import annotations

from datetime import timedelta

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import SYSTEM
from linli.domains.people.overseeing import everywhere, require_everywhere, require_over_account
from linli.domains.people.rights import PEOPLE, ROLES
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.kernel.refusal import NotAllowed, NotFound


def test_an_account_is_overseen_where_it_holds_or_held_a_post(town, hire, staff, at):
    li = hire("li", "grid_worker", over=town.community)
    here, elsewhere = staff("system_admin", over=town.community), staff("system_admin", over=town.other)
    assert queries.account(li, by=here).username == "li"
    assert li not in {each.id for each in queries.accounts(by=elsewhere)}
    with pytest.raises(NotFound):
        queries.account(li, by=elsewhere)
    later = at + timedelta(days=1)
    (post,) = queries.posts(by=SYSTEM, at=at, account=li)
    actions.end_post(post=post.id, by=SYSTEM, at=later)
    assert queries.account(li, by=here).username == "li"


def test_an_account_without_any_post_yet_is_seen_by_every_administrator(town, hire, staff):
    new = hire("new")
    assert queries.account(new, by=staff("security_admin", over=town.other)).username == "new"


def test_who_works_in_two_places_is_changed_by_who_administers_both(town, hire, staff, at):
    li = hire("li", "grid_worker", over=town.community)
    actions.appoint(account=li, organisation=town.office, role="grid_worker", place=town.other.id, by=SYSTEM, at=at)
    with pytest.raises(NotAllowed):
        require_over_account(staff("system_admin", over=town.community), PEOPLE, li, at=at)
    require_over_account(staff("system_admin"), PEOPLE, li, at=at)


def test_a_right_over_one_community_is_not_a_right_everywhere(town, staff):
    part, whole = staff("security_admin", over=town.community), staff("security_admin")
    assert (everywhere(part, ROLES), everywhere(whole, ROLES)) == (False, True)
    with pytest.raises(NotAllowed):
        require_everywhere(part, ROLES)


def test_the_one_subdistrict_of_a_district_is_everywhere_until_there_is_another(db, at):
    district = places.add(new=NewPlace(PlaceKind.DISTRICT, "柳河区"), by=SYSTEM, at=at)
    new = NewPlace(PlaceKind.SUBDISTRICT, "柳荫街道", district.id)
    subdistrict = places.add(new=new, by=SYSTEM, at=at)
    actions.install_standard_roles(by=SYSTEM, at=at)
    account = actions.open_staff_account(username="an", display_name="安", by=SYSTEM, at=at)
    office = actions.create_organisation(
        kind=OrganisationKind.SUBDISTRICT_OFFICE,
        name="柳荫街道办事处",
        place=subdistrict.id,
        by=SYSTEM,
        at=at,
    )
    actions.appoint(account=account, organisation=office, role="security_admin", place=subdistrict.id, by=SYSTEM, at=at)
    admin = queries.actor_for(account, at=at)
    actions.change_role(role="volunteer", rights=["people.act_for"], version=1, by=admin, at=at)
    places.add(new=NewPlace(PlaceKind.SUBDISTRICT, "白杨街道", district.id), by=SYSTEM, at=at)
    with pytest.raises(NotAllowed):
        actions.change_role(role="volunteer", rights=[], version=2, by=admin, at=at)
