"""Who is away has one stand-in who is there: new cases, the worklist and letters find them, until it ends by itself."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY, staff_member
from tests.staffed import appoint

from linli.domains.delivery.models import Message
from linli.domains.delivery.queries import inbox
from linli.domains.matters.engine import perform
from linli.domains.matters.missing import mark_missed
from linli.domains.matters.queries import Asked, choices_for, worklist
from linli.domains.people.absences.actions import Away
from linli.domains.people.absences.models import Absence
from linli.domains.people.absences.queries import absences_of, stand_ins
from linli.domains.people.models import Post
from linli.domains.people.queries import actor_for
from linli.domains.requests.actions.changing_hands import hand_over
from linli.domains.requests.actions.standing_in import call_off_absence, note_absence
from linli.domains.requests.lifecycle.changing_hands import HandToColleague
from linli.domains.requests.rights import HANDLE, LEAD, READ
from linli.kernel.refusal import Refusal

ANSWERS = {READ.code, HANDLE.code}
DAY = timedelta(days=1)


def staffed(here):
    """The property company with its head and workers a, b and c."""
    here.head = staff_member(here, "head", "property", ANSWERS | {LEAD.code})
    appoint(here.head)
    for name in "abc":
        setattr(here, name, staff_member(here, name, "property", ANSWERS))
        appoint(getattr(here, name))
    for each in (here.handler, here.other_handler):
        appoint(each)
    return here


@pytest.fixture
def here(neighbourhood):
    return staffed(neighbourhood)


def away(here, who, stand_in, first=0, last=10, unit="property") -> Away:
    """Away from the first to before the last day after that Monday."""
    return Away(
        account=getattr(here, who).account,
        unit=here.units[unit],
        stand_in=getattr(here, stand_in).account,
        since=MONDAY + first * DAY,
        until=MONDAY + last * DAY,
    )


def note(here, who, stand_in, first=0, last=10, *, by="head"):
    return note_absence(away(here, who, stand_in, first, last), by=getattr(here, by), at=MONDAY)


def covers(here, who, day) -> str | None:
    """Who stands in for them in the middle of that day."""
    pair = (getattr(here, who).account, here.units["property"])
    found = stand_ins({pair}, at=MONDAY + (day + 0.5) * DAY).get(pair)
    names = {getattr(here, name).account: name for name in ("a", "b", "c", "head", "handler")}
    return names[found] if found else None


@pytest.mark.django_db
def test_it_lasts_from_its_first_day_to_its_last_and_ends_by_itself(here):
    note(here, "a", "b", 2, 5)
    assert [covers(here, "a", day) for day in range(1, 6)] == [None, "b", "b", "b", None]


@pytest.mark.django_db
def test_oneself_or_the_head_notes_it_and_both_are_told_the_days_without_a_name(here):
    note(here, "a", "b", by="a")
    note(here, "c", "b", 20, 22)
    with pytest.raises(Refusal, match="your own absence"):
        note(here, "handler", "b", by="a")
    with pytest.raises(Refusal, match="your own absence"):
        note(here, "handler", "b", by="other_handler")
    assert inbox([here.a.account]) == []
    told = [item.words.in_language("zh-hans") for item in inbox([here.b.account])]
    assert told[0].startswith("请你顶岗：2026年3月22日至2026年3月24日")
    assert [item.words.in_language("zh-hans") for item in inbox([here.c.account])] == [
        "已为你登记不在岗：2026年3月22日至2026年3月24日。"
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "stand_in", "first", "last", "sentence"),
    [
        ("a", "a", 0, 3, "请选另一位同事"),
        ("a", "other_handler", 0, 3, "请选同一单位的两位同事"),
        ("other_handler", "a", 0, 3, "请选同一单位的两位同事"),
        ("a", "b", -1, 3, "不能从过去开始"),
        ("a", "b", 3, 3, "最后一天早于第一天"),
        ("a", "b", 0, 400, "改为交接"),
    ],
)
def test_what_makes_no_sense_is_refused(here, who, stand_in, first, last, sentence):
    with pytest.raises(Refusal) as refused:
        note(here, who, stand_in, first, last)
    assert sentence in refused.value.sentence.zh
    assert not Absence.objects.exists()


@pytest.mark.django_db
def test_days_that_overlap_are_refused_and_days_that_follow_are_not(here):
    note(here, "a", "b", 2, 5)
    with pytest.raises(Refusal, match="do not overlap"):
        note(here, "a", "c", 4, 8)
    note(here, "a", "c", 5, 8)
    assert [covers(here, "a", day) for day in (4, 5)] == ["b", "c"]


@pytest.mark.django_db
def test_whoever_is_away_cannot_stand_in_so_there_is_no_circle(here):
    note(here, "a", "b", 0, 10)
    for who, first, last in (("b", 0, 10), ("b", 9, 20), ("c", 5, 6)):
        with pytest.raises(Refusal, match="away themselves"):
            note(here, who, "a", first, last)
    note(here, "b", "a", 10, 12)
    assert covers(here, "b", 11) == "a"


@pytest.mark.django_db
def test_whoever_stands_in_and_goes_away_is_followed_by_their_own_stand_in_for_that_time(here):
    note(here, "a", "b", 0, 10)
    note(here, "b", "c", 3, 5)
    assert [covers(here, "a", day) for day in (2, 3, 4, 5, 9)] == ["b", "c", "c", "b", "b"]
    note(here, "c", "head", 4, 20)
    assert [covers(here, "a", day) for day in (3, 4, 5)] == ["c", "head", "b"]
    assert [covers(here, "b", day) for day in (3, 4)] == ["c", "head"]


@pytest.mark.django_db
@pytest.mark.parametrize(("first", "last"), [(0, 4), (6, 12), (-0, 10), (0, 20)])
def test_nobody_ever_stands_in_while_away_themselves(here, first, last):
    note(here, "a", "b", 0, 10)
    note(here, "b", "c", first, last)
    for day in range(20):
        assert covers(here, "a", day) == (None if day >= 10 else "c" if first <= day < last else "b")


@pytest.mark.django_db
def test_back_early_ends_all_of_it_and_leaves_a_later_absence(here):
    noted = note(here, "a", "b", 0, 10)
    note(here, "b", "c", 3, 5)
    note(here, "a", "c", 20, 22)
    call_off_absence(noted, by=here.a, at=MONDAY + 2 * DAY)
    assert [covers(here, "a", day) for day in (1, 2, 3, 6, 20)] == ["b", None, None, None, "c"]
    assert len(absences_of([here.units["property"]], at=MONDAY + 2 * DAY)) == 2
    with pytest.raises(Refusal, match="or it is over"):
        call_off_absence(noted, by=here.a, at=MONDAY + 2 * DAY)


@pytest.mark.django_db
def test_what_is_called_off_before_it_began_never_was(here):
    noted = note(here, "a", "b", 5, 10)
    call_off_absence(noted, by=here.head, at=MONDAY + DAY)
    assert covers(here, "a", 7) is None
    note(here, "b", "a", 3, 12)
    assert covers(here, "b", 7) == "a"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["b", "other_handler", "desk", "supervisor"])
def test_nobody_else_calls_it_off(here, who):
    noted = note(here, "a", "b")
    with pytest.raises(Refusal):
        call_off_absence(noted, by=getattr(here, who), at=MONDAY)
    assert covers(here, "a", 1) == "b"


@pytest.mark.django_db
def test_the_stand_ins_worklist_has_it_and_says_for_whom(here):
    walked = Life(here).in_progress()
    note_absence(away(here, "handler", "b", 1, 10), by=here.head, at=walked.at)

    def mine(who, at):
        rows = worklist(Asked(held_by=getattr(here, who).account, at=at), by=getattr(here, who))
        return [(row, row.stands_in_for) for row in rows]

    assert mine("b", walked.at) == []
    during = walked.at + 2 * DAY
    assert mine("b", during) == [(walked.lead, "handler")]
    assert mine("c", during) == []
    assert mine("handler", during) == [(walked.lead, None)]
    assert mine("b", MONDAY + 10 * DAY) == []


@pytest.mark.django_db
def test_an_absence_from_one_unit_says_nothing_about_another(here):
    walked = Life(here).in_progress()
    for each in (here.handler, here.b):
        post = Post.objects.get(account=each.account)
        Post.objects.create(
            account=post.account, organisation_id=here.units["water"], role=post.role, place=post.place, since=MONDAY
        )
    elsewhere = Away(**vars(away(here, "handler", "b", 1, 10)) | {"unit": here.units["water"]})
    with pytest.raises(Refusal):
        note_absence(elsewhere, by=here.head, at=walked.at)
    note_absence(elsewhere, by=actor_for(here.handler.account, at=walked.at), at=walked.at)
    assert worklist(Asked(held_by=here.b.account, at=walked.at + 2 * DAY), by=here.b) == []


@pytest.mark.django_db
def test_what_is_late_is_told_to_both(here):
    walked = Life(here).in_progress()
    note_absence(away(here, "handler", "b", 1, 90), by=here.head, at=walked.at)
    mark_missed(at=walked.matter.due_at + timedelta(minutes=1))
    told = list(Message.objects.filter(template="matter.clock_missed").values_list("recipient", flat=True))
    assert sorted(told) == sorted([here.units["committee"], here.handler.account, here.b.account])


@pytest.mark.django_db
def test_what_would_be_handed_to_whoever_is_away_goes_to_the_stand_in(here):
    walked = Life(here).in_progress()
    note_absence(away(here, "a", "b", 1, 10), by=here.head, at=walked.at)
    at, seen = walked.at + 2 * DAY, {walked.lead.pk: walked.lead.version}
    with pytest.raises(Refusal, match="away now"):
        perform(walked.lead.pk, HandToColleague(to=here.a.account), by=here.head, at=at)
    outcome = hand_over(seen, to=here.a.account, by=here.head, at=at)
    assert (len(outcome.done), walked.lead.holder_id) == (1, here.b.account)


@pytest.mark.django_db
def test_whoever_is_away_is_not_offered(here, monkeypatch):
    from linli.domains.requests import choices

    walked = Life(here).in_progress()
    note_absence(away(here, "a", "b", 1, 10), by=here.head, at=walked.at)
    monkeypatch.setattr(choices.timezone, "now", lambda: walked.at + 2 * DAY)
    assert [name for _, name in choices_for(walked.lead)("colleagues")] == ["b", "c", "head"]


@pytest.mark.django_db(transaction=True)
def test_two_who_name_each_other_at_the_same_moment_do_not_both_succeed(db):
    from django.db import connection
    from tests.neighbourhood import build

    here, outcomes, start = staffed(build()), [], Barrier(2)

    def noted(who, stand_in):
        start.wait()
        try:
            outcomes.append(bool(note(here, who, stand_in)))
        except Refusal:
            outcomes.append(False)
        finally:
            connection.close()

    threads = [Thread(target=noted, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [False, True]
