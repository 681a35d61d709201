"""Acting for someone: given by them, or recorded by whoever was asked."""

from datetime import timedelta

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import ANYONE, Actor
from linli.domains.people.models import Account
from linli.domains.people.vocabulary import AccountKind, ActingBasis
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, NotAllowed, NotFound


@pytest.fixture
def resident(town, at):
    """resident(): a registered person with an account, as an actor."""

    def _resident() -> Actor:
        person = actions.register_person(by=ANYONE, at=at)
        account = Account.objects.create(kind=AccountKind.RESIDENT.value, person_id=person, opened_at=at)
        return queries.actor_for(account.pk, at=at)

    return _resident


def test_a_resident_gives_and_takes_back_a_proxy(resident, at):
    mother, daughter = resident(), resident()
    granted = actions.authorise(
        principal=mother.person,
        basis=ActingBasis.PROXY,
        scope=["request"],
        agent_person=daughter.person,
        by=mother,
        at=at,
    )
    acting = queries.acting_for(daughter, authorisation=granted, scope="request", at=at)
    assert acting.stands_for == mother.person
    assert [each.id for each in queries.agencies(by=daughter, at=at)] == [granted]
    assert [each.id for each in queries.authorisations_of(mother.person, by=mother, at=at)] == [granted]
    actions.withdraw_authorisation(authorisation=granted, by=mother, at=at)
    assert queries.agencies(by=daughter, at=at) == []


def test_nobody_gives_a_proxy_in_anothers_name(resident, at):
    mother, stranger = resident(), resident()
    for by in (stranger, ANYONE):
        with pytest.raises(NotAllowed):
            actions.authorise(
                principal=mother.person,
                basis=ActingBasis.PROXY,
                scope=["request"],
                agent_person=stranger.person,
                by=by,
                at=at,
            )


def test_what_was_asked_by_phone_only_the_one_asked_may_do(resident, staff, at):
    worker, colleague, caller = staff("community_worker"), staff("grid_worker"), resident()
    with pytest.raises(NotAllowed):
        actions.authorise(
            principal=caller.person,
            basis=ActingBasis.PHONE,
            scope=["request"],
            agent_account=colleague.account,
            by=worker,
            at=at,
        )


def test_a_guardian_shows_a_paper(resident, staff, at):
    worker, child, guardian = staff("community_worker"), resident(), resident()
    given = {
        "principal": child.person,
        "basis": ActingBasis.GUARDIAN,
        "scope": ["request"],
        "agent_person": guardian.person,
        "by": worker,
        "at": at,
    }
    with pytest.raises(Invalid) as refused:
        actions.authorise(**given)
    assert "evidence" in refused.value.fields
    actions.authorise(**given, evidence=new_id())


def test_an_authorisation_names_one_agent_a_scope_and_an_end_to_come(resident, at):
    mother, daughter = resident(), resident()
    given = {"principal": mother.person, "basis": ActingBasis.PROXY, "by": mother, "at": at}
    for wrong in (
        {"scope": ["request"]},
        {"scope": ["request"], "agent_person": daughter.person, "agent_account": daughter.account},
        {"scope": ["request"], "agent_person": mother.person},
        {"scope": ["request"], "agent_account": mother.account},
        {"scope": [], "agent_person": daughter.person},
        {"scope": ["request"], "agent_person": daughter.person, "until": at - timedelta(days=1)},
    ):
        with pytest.raises(Invalid):
            actions.authorise(**given, **wrong)
    with pytest.raises(NotFound):
        actions.authorise(**given, scope=["request"], agent_person=new_id())


def test_strangers_neither_see_nor_end_it(resident, at):
    mother, daughter, stranger = resident(), resident(), resident()
    granted = actions.authorise(
        principal=mother.person,
        basis=ActingBasis.PROXY,
        scope=["request"],
        agent_person=daughter.person,
        by=mother,
        at=at,
    )
    with pytest.raises(NotAllowed):
        actions.withdraw_authorisation(authorisation=granted, by=stranger, at=at)
    with pytest.raises(NotFound):
        queries.authorisations_of(mother.person, by=stranger, at=at)
    actions.withdraw_authorisation(authorisation=granted, by=daughter, at=at)
