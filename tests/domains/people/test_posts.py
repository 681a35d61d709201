"""Appointing: by whoever may, never oneself, administrations apart, someone always left."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from linli.domains.people import actions, queries
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.people.models import Post
from linli.domains.people.rights import administrations
from linli.kernel.ids import new_id
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal

ADMINS = ("system_admin", "security_admin", "audit_admin")


@pytest.fixture
def appoint(town, at):
    def _appoint(account, role, *, by, organisation=None, place=None, **more):
        return actions.appoint(
            account=account,
            organisation=organisation or town.office,
            role=role,
            place=(place or town.subdistrict).id,
            by=by,
            at=at,
            **more,
        )

    return _appoint


@pytest.mark.parametrize("first", ADMINS)
@pytest.mark.parametrize("second", ADMINS)
def test_two_administrations_never_meet_in_one_account(first, second, town, hire, appoint):
    account = hire("li", first)
    if first == second:
        return
    with pytest.raises(Refusal) as refused:
        appoint(account, second, by=SYSTEM, place=town.community)
    assert refused.value.code == "administrators_apart"
    assert Post.objects.filter(account=account).count() == 1


def test_not_even_in_posts_that_begin_later(hire, appoint, at):
    account = hire("li")
    appoint(account, "audit_admin", by=SYSTEM, since=at + timedelta(days=30))
    with pytest.raises(Refusal):
        appoint(account, "system_admin", by=SYSTEM)


def test_once_the_first_post_is_over_the_second_may_begin(hire, appoint, at):
    account = hire("li", "audit_admin")
    (post,) = queries.posts(by=SYSTEM, account=account, at=at)
    actions.end_post(post=post.id, by=SYSTEM, at=at)
    appoint(account, "system_admin", by=SYSTEM)


def test_nobody_appoints_themselves(staff, appoint):
    admin = staff("security_admin")
    with pytest.raises(NotAllowed) as refused:
        appoint(admin.account, "supervisor", by=admin)
    assert "另一位" in refused.value.sentence.zh


def test_whoever_may_appoint_here_may_not_appoint_there(town, hire, staff, appoint):
    admin = staff("security_admin", over=town.community)
    account = hire("li")
    appoint(account, "grid_worker", by=admin, place=town.community)
    for place in (town.other, town.subdistrict):
        with pytest.raises(NotAllowed):
            appoint(account, "grid_worker", by=admin, place=place)
    for stranger in (ANYONE, staff("system_admin"), staff("community_head")):
        with pytest.raises(NotAllowed):
            appoint(account, "grid_worker", by=stranger, place=town.community)


def test_a_post_is_held_once_and_has_a_sensible_period(hire, appoint, at):
    account = hire("li", "grid_worker")
    with pytest.raises(Invalid):
        appoint(account, "grid_worker", by=SYSTEM)
    for since, until in ((at - timedelta(days=1), None), (at, at)):
        with pytest.raises(Invalid):
            appoint(account, "supervisor", by=SYSTEM, since=since, until=until)


def test_only_what_exists_can_be_appointed(hire, appoint, at):
    account = hire("li")
    for account_id, role, organisation in (
        (new_id(), "supervisor", None),
        (account, "king", None),
        (account, "supervisor", new_id()),
    ):
        with pytest.raises(NotFound):
            appoint(account_id, role, by=SYSTEM, organisation=organisation)
    actions.close_account(account=account, by=SYSTEM, at=at)
    with pytest.raises(NotFound):
        appoint(account, "supervisor", by=SYSTEM)


def test_whoever_holds_a_post_may_lay_it_down_but_not_a_colleagues(staff, at):
    li, wang = staff("grid_worker"), staff("supervisor")
    with pytest.raises(NotAllowed):
        actions.end_post(post=wang.posts[0].id, by=li, at=at)
    actions.end_post(post=li.posts[0].id, by=li, at=at)
    with pytest.raises(NotFound):
        actions.end_post(post=li.posts[0].id, by=li, at=at)


def test_the_last_who_can_appoint_cannot_leave(staff, hire, at):
    first = staff("security_admin")
    with pytest.raises(Refusal) as refused:
        actions.end_post(post=first.posts[0].id, by=first, at=at)
    assert refused.value.code == "nobody_left_to_appoint"
    hire("second", "security_admin")
    actions.end_post(post=first.posts[0].id, by=first, at=at)


def test_history_tells_who_gave_and_who_ended(staff, hire, appoint, at):
    admin, keeper = staff("security_admin"), hire("keeper", "security_admin")
    account = hire("li")
    post = appoint(account, "supervisor", by=admin)
    actions.end_post(post=post, by=queries.actor_for(keeper, at=at), at=at)
    (seen,) = queries.posts(by=SYSTEM, account=account, ended=True, at=at)
    assert (seen.granted_by, seen.ended_by) == (admin.account, keeper)
    assert queries.posts(by=SYSTEM, account=account, at=at) == []


def test_posts_enter_the_record_without_saying_who(hire, town, at):
    account = hire("li", "grid_worker", over=town.community)
    entries = [bytes(entry.body).decode() for entry in Entry.objects.filter(kind="post.given")]
    assert len(entries) == 1
    assert '"role":"grid_worker"' in entries[0]
    assert str(account) not in entries[0]


def test_staff_see_posts_only_where_they_may(town, hire, staff, at):
    hire("li", "grid_worker", over=town.community)
    hire("wang", "grid_worker", over=town.other)
    local = staff("security_admin", over=town.community)
    assert {post.area for post in queries.posts(by=local, at=at)} == {town.community.path}
    assert queries.posts(by=ANYONE, at=at) == []
    worker = staff("volunteer")
    assert {post.account for post in queries.posts(by=worker, at=at)} == {worker.account}


@pytest.mark.django_db(transaction=True)
def test_two_harmless_grants_at_once_never_add_up_to_two_administrations(hire, appoint, at):
    for attempt in range(5):
        account = hire(f"li{attempt}")
        start = threading.Barrier(3)

        def grant(role, account=account, start=start):
            start.wait()
            try:
                appoint(account, role, by=SYSTEM)
            except Refusal:
                pass
            finally:
                connection.close()

        threads = [threading.Thread(target=grant, args=(role,)) for role in ADMINS]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(administrations(queries.actor_for(account, at=at).rights)) == 1
