"""Who acts: posts held now, over a subtree, for whom."""

from datetime import timedelta

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.ids import new_id
from linli.kernel.refusal import NotAllowed

DAY = timedelta(days=1)


def test_an_actor_is_known_in_one_statement(hire, at, django_assert_num_queries):
    account = hire("li", "community_worker", "supervisor")
    with django_assert_num_queries(1):
        actor = queries.actor_for(account, at=at)
    assert {post.role for post in actor.posts} == {"community_worker", "supervisor"}


def test_a_right_is_held_over_the_whole_subtree_and_nowhere_else(town, hire, at):
    actor = queries.actor_for(hire("li", "grid_worker", over=town.community), at=at)
    assert actor.may("requests.handle", at_place=town.community.path + "b1.")
    assert not actor.may("requests.handle", at_place=town.other.path)
    assert not actor.may("requests.handle", at_place=town.subdistrict.path)
    assert not actor.may("requests.dispatch", at_place=town.community.path)


def test_a_right_in_one_post_is_not_one_for_another_organisation(town, hire, at):
    account = hire("li", "volunteer")
    actions.appoint(
        account=account, organisation=town.committee, role="grid_worker", place=town.community.id, by=SYSTEM, at=at
    )
    actor = queries.actor_for(account, at=at)
    assert actor.organisations == {town.office, town.committee}
    assert actor.units("requests.handle") == {town.committee}


def test_a_post_counts_only_from_its_beginning_to_its_end(town, hire, at):
    account = hire("li")
    post = actions.appoint(
        account=account,
        organisation=town.office,
        role="supervisor",
        place=town.subdistrict.id,
        since=at + DAY,
        until=at + 3 * DAY,
        by=SYSTEM,
        at=at,
    )
    held = [len(queries.actor_for(account, at=at + days * DAY).posts) for days in range(4)]
    assert held == [0, 1, 1, 0]
    actions.end_post(post=post, by=SYSTEM, at=at + 2 * DAY)
    assert queries.actor_for(account, at=at + 2 * DAY).posts == ()


def test_a_closed_or_unknown_account_is_a_visitor(hire, at):
    account = hire("li", "grid_worker")
    actions.close_account(account=account, by=SYSTEM, at=at)
    assert queries.actor_for(account, at=at) == queries.actor_for(new_id(), at=at) == ANYONE


def test_acting_for_someone_needs_their_authorisation_for_that_kind_of_matter(staff, at):
    worker, stranger = staff("community_worker"), staff("grid_worker")
    caller = actions.register_person(by=worker, at=at)
    granted = actions.authorise(
        principal=caller,
        basis=ActingBasis.PHONE,
        scope=["request"],
        agent_account=worker.account,
        until=at + DAY,
        by=worker,
        at=at,
    )
    acting = queries.acting_for(worker, authorisation=granted, scope="request", at=at)
    assert (acting.stands_for, acting.account) == (caller, worker.account)
    for actor, scope, when in (
        (worker, "vote", at),
        (worker, "request", at + 2 * DAY),
        (stranger, "request", at),
        (ANYONE, "request", at),
    ):
        with pytest.raises(NotAllowed):
            queries.acting_for(actor, authorisation=granted, scope=scope, at=when)
    actions.withdraw_authorisation(authorisation=granted, by=worker, at=at)
    with pytest.raises(NotAllowed):
        queries.acting_for(worker, authorisation=granted, scope="request", at=at)
