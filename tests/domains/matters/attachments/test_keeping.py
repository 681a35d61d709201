"""Files with an act: sealed under the resident's key, committed to in its entry; whole or not at all."""

from __future__ import annotations

import errno
import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone
from tests.domains.matters.attachments.made import SECRET, document, picture, sound_amr
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import attach, open_attachment
from linli.domains.matters.engine import perform
from linli.domains.matters.jobs import sweep_orphans
from linli.domains.matters.models import Attachment, Event, Text
from linli.domains.matters.queries import files_of, timeline
from linli.domains.people.actor import ANYONE
from linli.domains.requests.actions import report
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.request import Report
from linli.kernel import record, vault
from linli.kernel.ids import new_id
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal
from linli.kernel.vault import Purpose
from linli.kernel.vault.models import SealedFile


def on_disk(files) -> list:
    return [path for path in files.rglob("*") if path.is_file()]


def rows() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Event, Text, Entry, Attachment, SealedFile))


def test_a_report_brings_its_photos_along(neighbourhood, take, files):
    details = Report(text="电梯坏了", place=neighbourhood.building)
    sent = [take(picture()), take(sound_amr())]
    matter = report(details, by=neighbourhood.resident, at=MONDAY, files=sent).matter
    (event,) = Event.objects.filter(matter=matter)
    assert [file.kind for file in files_of(matter, staff=True)[event.pk]] == ["picture", "sound"]
    assert [moment.id for moment in timeline(matter, staff=True)] == [event.pk]
    assert {row.owner for row in SealedFile.objects.all()} == {neighbourhood.resident.person}
    assert len(on_disk(files)) == 3  # the photo, its thumbnail, the recording


def test_whoever_gives_no_name_may_send_photos_too(neighbourhood, take):
    reported = report(
        Report(text="路灯不亮", place=neighbourhood.building), by=ANYONE, at=MONDAY, files=[take(picture())]
    )
    assert Attachment.objects.get().matter_id == reported.matter.pk


def test_nothing_on_the_disk_can_be_read(neighbourhood, take, files):
    kept = take(document())
    Life(neighbourhood)
    walked = Life(neighbourhood)
    attach(walked.matter.pk, [kept], by=neighbourhood.resident, at=MONDAY)
    (path,) = on_disk(files)
    assert b"%PDF" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_the_record_commits_to_the_digest_and_to_nothing_more(neighbourhood, take):
    kept = take(picture())
    walked = Life(neighbourhood)
    attach(walked.matter.pk, [kept], by=neighbourhood.resident, at=MONDAY, text="补一张照片")
    event = Event.objects.get(matter=walked.matter, verb="comment")
    entry = json.loads(bytes(Entry.objects.get(id=event.entry).body))
    assert set(entry["commitments"]) == {"file.1"}
    assert record.opens(event.entry, "file.1", sha256(kept.content).digest())
    assert sha256(kept.content).hexdigest() not in json.dumps(entry)


def test_a_message_without_files_stays_out_of_the_record(neighbourhood):
    walked = Life(neighbourhood).does(life.Comment(text="谢谢"), neighbourhood.resident)
    assert Event.objects.get(matter=walked.matter, verb="comment").entry is None


def test_any_act_may_bring_files(neighbourhood, take):
    walked = Life(neighbourhood).in_progress()
    answer = lead.Answer(text="已修好，见照片")
    perform(walked.lead.pk, answer, by=neighbourhood.handler, at=walked.at, files=[take(picture())])
    found = files_of(walked.matter, staff=False)
    moment = next(each for each in timeline(walked.matter, staff=False) if each.verb == "answer")
    assert [file.by_opener for file in found[moment.id]] == [False]


def test_photos_between_staff_are_not_the_residents(neighbourhood, take):
    walked = Life(neighbourhood).in_progress()
    perform(
        walked.lead.pk,
        lead.ReportProgress(text="看了现场"),
        by=neighbourhood.handler,
        at=walked.at,
        files=[take(picture(), staff_only=True)],
    )
    assert files_of(walked.matter, staff=False) == {}
    file = Attachment.objects.get()
    with pytest.raises(NotAllowed):
        open_attachment(file.pk, by=neighbourhood.resident, purpose=Purpose.OWN_COPY, at=walked.at)


def test_one_matter_takes_as_many_as_the_rule_says_and_then_no_more(neighbourhood, take):
    walked, kept = Life(neighbourhood), take(picture(size=(20, 20)))
    attach(walked.matter.pk, [kept] * 11, by=neighbourhood.resident, at=MONDAY)
    before = rows()
    with pytest.raises(Invalid) as refused:
        attach(walked.matter.pk, [kept] * 2, by=neighbourhood.resident, at=MONDAY)
    assert "12" in refused.value.sentence.in_language("zh-hans")
    assert rows() == before
    attach(walked.matter.pk, [kept], by=neighbourhood.resident, at=MONDAY)


def test_strangers_and_guessed_numbers_add_nothing(neighbourhood, take):
    walked, kept = Life(neighbourhood), [take(picture())]
    before = rows()
    for actor in (neighbourhood.neighbour, neighbourhood.stranger, ANYONE):
        with pytest.raises(NotFound):
            attach(walked.matter.pk, kept, by=actor, at=MONDAY)
    with pytest.raises(NotFound):
        attach(new_id(), kept, by=neighbourhood.resident, at=MONDAY)
    assert rows() == before


def test_a_life_that_is_over_takes_no_more(neighbourhood, take):
    walked = Life(neighbourhood).withdrawn()
    with pytest.raises(Refusal):
        attach(walked.matter.pk, [take(picture())], by=neighbourhood.resident, at=MONDAY)


@pytest.mark.fault
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_refuses_the_whole_act_and_leaves_nothing(neighbourhood, take, files, monkeypatch, number):
    walked, kept = Life(neighbourhood), [take(picture()), take(document())]
    before, calls = rows(), []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(number, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refusal) as refused:
        attach(walked.matter.pk, kept, by=neighbourhood.resident, at=MONDAY)
    assert (refused.value.status, refused.value.code) == (507, "storage_full")
    assert rows() == before
    assert len(on_disk(files)) <= 1  # what the sweep will take


@pytest.mark.fault
def test_what_a_rolled_back_act_left_on_the_disk_is_swept(neighbourhood, take, files, monkeypatch):
    walked = Life(neighbourhood)
    monkeypatch.setattr("linli.domains.matters.engine.writing.send_many", lambda letters: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        attach(walked.matter.pk, [take(picture())], by=neighbourhood.resident, at=MONDAY)
    monkeypatch.undo()
    assert Attachment.objects.count() == 0
    assert len(on_disk(files)) == 2
    sweep_orphans()
    assert len(on_disk(files)) == 2  # younger than an hour: an act may still be under way
    vault.sweep_files(untouched_since=timezone.now() + timedelta(seconds=1))
    assert on_disk(files) == []


CUT_OFF = """
import os, signal
from uuid import UUID
from django.utils import timezone
settings.FILES = {files!r}
from linli.domains.matters.attachments import attach
from linli.domains.matters.engine import NewFile, writing
from linli.domains.people.actor import Actor
writing.send_many = lambda letters: os.kill(os.getpid(), signal.SIGKILL)
file = NewFile(mime="application/pdf", content=b"%PDF-" + bytes(100_000))
attach(UUID({matter!r}), [file], by=Actor(person=UUID({person!r})), at=timezone.now())
"""


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_between_file_and_row_leaves_only_what_the_sweep_takes(take, files, program):
    from tests.neighbourhood import build

    here = build()
    walked = Life(here)
    before = rows()
    given = {"files": str(files), "matter": str(walked.matter.pk), "person": str(here.resident.person)}
    assert program(CUT_OFF.format(**given)).wait(60) == -9
    assert len(on_disk(files)) == 1
    assert rows() == before
    attach(walked.matter.pk, [take(picture())], by=here.resident, at=MONDAY)
    vault.sweep_files(untouched_since=timezone.now() + timedelta(seconds=1))
    assert len(on_disk(files)) == 2
    file = Attachment.objects.get()
    assert open_attachment(file.pk, by=here.resident, purpose=Purpose.OWN_COPY, at=MONDAY).content


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_of_uploads_at_once_each_is_kept_whole_and_the_limit_holds(take, files, at_once):
    from tests.neighbourhood import build

    here = build()
    walked, kept = Life(here), take(picture(size=(50, 50)))

    def send(number):
        try:
            attach(walked.matter.pk, [kept], by=here.resident, at=MONDAY)
        except Invalid:
            return False
        return True

    assert sum(at_once(send, range(20), threads=10)) == 12
    assert Attachment.objects.count() == 12
    for file in Attachment.objects.all():
        opened = open_attachment(file.pk, by=here.resident, purpose=Purpose.OWN_COPY, at=MONDAY)
        assert opened.content == kept.content
    assert SECRET not in b"".join(path.read_bytes() for path in on_disk(files))
