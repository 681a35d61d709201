"""A person is forgotten: that their requests were dealt with stays; what they said, sent and who they were goes."""

from __future__ import annotations

import pytest
from tests.domains.matters.attachments.made import picture
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import attach, open_attachment
from linli.domains.matters.following import follow
from linli.domains.matters.models import Attachment, Event, Follow, Matter, SearchRow, Text
from linli.domains.matters.opening_texts import ERASED, open_text
from linli.domains.matters.queries import get_shared, list_matters, timeline
from linli.domains.matters.queries.listing import Filters
from linli.domains.matters.searching import search
from linli.domains.matters.tracking import tracked_by
from linli.domains.people.actions import erase_person
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.actions import Reporter, report
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.request import Report
from linli.kernel import record
from linli.kernel.jobs import run_due
from linli.kernel.record.models import Entry
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.vault import Purpose

SAID = "三号楼李示范家门口漏水"


def forget(here, person=None):
    erase_person(person=person or here.resident.person, reason="asked", by=SYSTEM, at=MONDAY)
    run_due()


def test_no_word_of_either_side_is_left(neighbourhood):
    walked = Life(neighbourhood, text=SAID).replied()
    forget(neighbourhood)
    assert set(Text.objects.values_list("body", flat=True)) == {ERASED.zh}
    assert set(Matter.objects.values_list("title", flat=True)) == {ERASED.zh}
    for text in Text.objects.all():
        opened = open_text(text.pk, by=neighbourhood.desk, purpose=Purpose.RESOLVE, at=walked.at)
        assert opened == str(ERASED)


def test_search_finds_nothing_any_more(neighbourhood):
    walked = Life(neighbourhood, text=SAID).filed()
    assert search("漏水", by=neighbourhood.desk, kind="request")
    forget(neighbourhood)
    assert search("漏水", by=neighbourhood.desk, kind="request") == []
    assert SearchRow.objects.get(matter=walked.matter).grams == []


def test_what_was_done_is_still_told_and_counted(neighbourhood):
    walked = Life(neighbourhood).closed()
    before = [(moment.verb, moment.state.code, moment.at) for moment in timeline(walked.matter, staff=True)]
    entries = list(Entry.objects.order_by("arrival").values_list("id", "digest"))
    forget(neighbourhood)
    assert [(moment.verb, moment.state.code, moment.at) for moment in timeline(walked.matter, staff=True)] == before
    assert list(Entry.objects.order_by("arrival").values_list("id", "digest"))[: len(entries)] == entries
    assert list_matters(Filters(), by=neighbourhood.desk).rows[0].state == "closed"


def test_nobody_can_tell_any_more_what_the_record_committed_to(neighbourhood):
    walked = Life(neighbourhood, text=SAID).filed()
    entry = Event.objects.get(matter=walked.matter, verb="report").entry
    assert record.opens(entry, "text", SAID)
    forget(neighbourhood)
    assert not record.opens(entry, "text", SAID)
    assert record.salt_of(entry, "text") is None


def test_files_leave_the_disk_and_their_rows_say_that_they_were_there(neighbourhood, take, settings):
    walked = Life(neighbourhood)
    attach(walked.matter.pk, [take(picture())], by=neighbourhood.resident, at=MONDAY)
    forget(neighbourhood)
    file = Attachment.objects.get()
    assert (bytes(file.digest), file.sealed, file.thumbnail, file.width) == (b"", None, None, None)
    assert file.erased_at
    with pytest.raises(Refusal) as refused:
        open_attachment(file.pk, by=neighbourhood.desk, purpose=Purpose.RESOLVE, at=MONDAY)
    assert refused.value.status == 410


def test_what_was_shared_is_shared_no_more_and_whom_they_followed_is_unknown(neighbourhood):
    here = neighbourhood
    mine = Life(here, share=True).filed()
    theirs = Life(here, share=True).filed()
    Matter.objects.filter(pk=theirs.matter.pk).update(opener=here.neighbour.person)
    follow(theirs.matter.number, by=here.resident, at=MONDAY)
    follow(mine.matter.number, by=here.neighbour, at=MONDAY)
    forget(here)
    with pytest.raises(NotFound):
        get_shared(mine.matter.number)
    assert get_shared(theirs.matter.number)
    assert [each.matter_id for each in Follow.objects.all()] == [mine.matter.pk]


def test_a_request_still_open_counts_as_taken_back(neighbourhood):
    walked = Life(neighbourhood).in_progress()
    forget(neighbourhood)
    assert set(Matter.objects.filter(pk__in=[walked.matter.pk]).values_list("state", flat=True)) == {"withdrawn"}
    assert walked.lead.state == "ended"


def test_the_tracking_code_opens_nothing(neighbourhood):
    details = Report(text=SAID, place=neighbourhood.building)
    reported = report(details, by=SYSTEM, at=MONDAY, reporter=Reporter(name="李示范"))
    assert tracked_by(reported.tracking_code) == reported.matter.pk
    forget(neighbourhood, reported.matter.opener_id)
    assert tracked_by(reported.tracking_code) is None


def test_the_door_is_forgotten_and_the_building_stays(neighbourhood):
    from tests.neighbourhood import _place

    home = _place("302", "home", _place("2单元", "unit", neighbourhood.places["building"], 2), 2)
    walked = Life(neighbourhood, place=home.pk).filed()
    assert walked.matter.path == home.path
    forget(neighbourhood)
    walked.matter.refresh_from_db()
    assert walked.matter.place_id == neighbourhood.building
    assert walked.matter.path == neighbourhood.places["building"].path
    assert SearchRow.objects.get(matter=walked.matter).path == walked.matter.path
    assert str(home.pk) not in str(list(Event.objects.values_list("details", flat=True)))


def test_other_peoples_matters_stay_as_they_are(neighbourhood):
    Life(neighbourhood)
    other = Life(neighbourhood, text="路灯不亮")
    Matter.objects.filter(pk=other.matter.pk).update(opener=neighbourhood.neighbour.person)
    Text.objects.filter(matter=other.matter).update(owner=neighbourhood.neighbour.person)
    forget(neighbourhood)
    other.matter.refresh_from_db()
    assert (other.matter.title, other.matter.state) == ("路灯不亮", "received")
    assert Text.objects.get(matter=other.matter).body == "路灯不亮"


def test_a_second_hearing_changes_nothing(neighbourhood):
    from linli.domains.matters.forgetting import forget as again

    walked = Life(neighbourhood).filed()
    forget(neighbourhood)
    before = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    again(neighbourhood.resident.person, at=MONDAY)
    assert list(Event.objects.order_by("pk").values_list("pk", flat=True)) == before
    walked.matter.refresh_from_db()
    assert walked.matter.title == ERASED.zh


def test_words_said_to_them_afterwards_are_refused(neighbourhood):
    walked = Life(neighbourhood).closed()
    forget(neighbourhood)
    with pytest.raises(Refusal) as refused:
        walked.does(life.Comment(text="回访记录"), neighbourhood.desk)
    assert refused.value.status == 410
