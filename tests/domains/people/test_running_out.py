"""A post that runs out by its last day is told of before and when it is over, each once; one that goes on never is."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from linli.domains.delivery.ending_posts import tell_of_ending
from linli.domains.delivery.models import Message
from linli.domains.delivery.templates import template
from linli.domains.people import actions, queries
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import POST_ENDED, POST_ENDING
from linli.domains.people.models import Post
from linli.domains.people.queries.directory import Standing, directory
from linli.domains.people.running_out import SOON, enter_what_ran_out, tell_what_runs_out
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Invalid

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    """What was announced, by name, with the posts it was about."""
    heard: list[tuple[str, int]] = []
    into = "linli.domains.people.announcing.announce_many"
    monkeypatch.setattr(into, lambda name, events: heard.extend((name, post) for post, _ in events))
    return heard


@pytest.fixture
def li(town, hire, at):
    """Somebody in a post of thirty days."""
    account = hire("li")
    given = {"organisation": town.office, "role": "supervisor", "place": town.subdistrict.id}
    post = actions.appoint(account=account, **given, until=at + timedelta(days=30), by=SYSTEM, at=at)
    return Post.objects.get(pk=post)


def appoint_anew(post, *, since, until=None, at):
    given = {"account": post.account_id, "organisation": post.organisation_id, "role": post.role_id}
    return actions.appoint(**given, place=post.place_id, since=since, until=until, by=SYSTEM, at=at)


def test_it_is_told_two_weeks_before_once_and_once_when_it_is_over(li, told, at):
    assert tell_what_runs_out(at=li.until - SOON - timedelta(hours=1)) == (0, 0)
    for day in range(1, 14):
        tell_what_runs_out(at=li.until - SOON + timedelta(days=day))
    assert told == [(POST_ENDING, li.pk)]
    for day in range(3):
        tell_what_runs_out(at=li.until + timedelta(days=day))
    assert told == [(POST_ENDING, li.pk), (POST_ENDED, li.pk)]


def test_mornings_on_which_nothing_ran_lose_nothing(li, told, at):
    tell_what_runs_out(at=li.until + timedelta(days=40))
    assert told == [(POST_ENDED, li.pk)]


def test_what_is_ended_by_hand_is_not_told_again(li, told, at):
    actions.end_post(post=li.pk, by=SYSTEM, at=at)
    assert told == [(POST_ENDED, li.pk)]
    assert tell_what_runs_out(at=at + timedelta(days=1)) == (0, 0)


def test_a_post_without_a_last_day_is_nothing_to_tell(hire, told, at):
    hire("wang", "supervisor")
    assert tell_what_runs_out(at=at + timedelta(days=4000)) == (0, 0)


def test_a_post_given_anew_before_its_end_goes_on_untold(li, told, at):
    appoint_anew(li, since=li.until, at=at)
    assert tell_what_runs_out(at=li.until - timedelta(days=1)) == (0, 0)
    assert tell_what_runs_out(at=li.until + timedelta(days=1)) == (0, 0)


def test_one_given_anew_after_a_gap_ends_between(li, told, at):
    appoint_anew(li, since=li.until + timedelta(days=5), at=at)
    assert tell_what_runs_out(at=li.until - timedelta(days=1)) == (1, 0)


@pytest.mark.parametrize("begins", [-1, -40], ids=["a day too early", "before it began"])
def test_two_of_the_same_post_never_overlap(li, at, begins):
    since = max(at, li.until + timedelta(days=begins))
    with pytest.raises(Invalid):
        appoint_anew(li, since=since, at=at)


def test_whoever_appoints_there_and_the_holder_are_told_in_their_inbox_once(li, town, hire, at):
    here, elsewhere = hire("security", "security_admin"), hire("far", "security_admin", over=town.other)
    Post.objects.filter(pk=li.pk).update(place=town.community.id)
    for _ in range(2):
        tell_of_this(li)
    letters = Message.objects.order_by("template").values_list("template", "recipient")
    assert list(letters) == [("post.ending", here), ("post.ending_yours", li.account_id)]
    assert elsewhere not in {recipient for _, recipient in letters}


def tell_of_this(post):
    tell_of_ending(post.pk, at=post.until - timedelta(days=10))


def test_the_letter_says_which_post_and_its_last_day(li, hire):
    hire("security", "security_admin")
    tell_of_this(li)
    message = Message.objects.get(template="post.ending")
    said = template(message.template).sentence(message.params)
    assert queries.held_post(li.pk).role_words.zh in said.in_language("zh")
    assert "任期将满" in said.in_language("zh")
    assert "Post ends soon" in said.in_language("en")


def test_a_post_ended_meanwhile_is_told_to_nobody(li, hire, at):
    hire("security", "security_admin")
    actions.end_post(post=li.pk, by=SYSTEM, at=at)
    tell_of_ending(li.pk, at=at)
    assert not Message.objects.filter(template__startswith="post.ending").exists()


def test_the_list_of_people_shows_whose_post_ends_soon(li, hire, at):
    hire("wang", "supervisor")
    soon = directory(by=SYSTEM, at=li.until - timedelta(days=3), standing=Standing.ENDING)
    assert [row.account.id for row in soon.rows] == [li.account_id]
    assert directory(by=SYSTEM, at=at, standing=Standing.ENDING).rows == []


def ends():
    """Which posts the record says have ended."""
    return [json.loads(bytes(entry.body))["body"]["post"] for entry in Entry.objects.filter(kind="post.ended")]


def test_its_end_is_entered_in_the_record_once_and_not_before(li, at):
    assert enter_what_ran_out(at=li.until - timedelta(seconds=1)) == 0
    assert enter_what_ran_out(at=li.until + timedelta(days=40)) == 1
    assert enter_what_ran_out(at=li.until + timedelta(days=41)) == 0
    assert ends() == [str(li.pk)]


def test_what_is_ended_by_hand_is_not_entered_again(li, at):
    actions.end_post(post=li.pk, by=SYSTEM, at=at)
    assert enter_what_ran_out(at=li.until + timedelta(days=1)) == 0
    assert ends() == [str(li.pk)]


def test_a_post_that_goes_on_under_another_ended_itself(li, at):
    later = appoint_anew(li, since=li.until, at=at)
    assert enter_what_ran_out(at=li.until + timedelta(days=1)) == 1
    assert ends() == [str(li.pk)]
    assert str(later) not in ends()
