"""Four eyes, nothing personal left unless somebody said why, the digest on the record, corrections both ways."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from tests.domains.notices.lives import TICKS, Correction, NoticeLife, refused

from linli.domains.matters.models import Event, Link, Text
from linli.domains.notices.actions import correct
from linli.domains.notices.jobs import archive_ended, publish_due
from linli.domains.notices.lifecycle import drafting, ending, reviewing
from linli.domains.notices.models import Notice
from linli.domains.notices.wording import document
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

TOLD = "请联系王小明，电话13800001234，或到3号楼2单元301室登记。"


def entries(life: NoticeLife) -> list[dict]:
    ids = Event.objects.filter(matter=life.matter).order_by("version").values_list("entry", flat=True)
    return [json.loads(bytes(Entry.objects.get(id=pk).body)) for pk in ids if pk]


def test_whoever_wrote_a_word_of_it_cannot_review_it(neighbourhood):
    life = NoticeLife(neighbourhood)
    given = life.drafted(body="改过一版的正文。").model_dump(exclude={"type"})
    life.does(drafting.Revise(**given), life.reviewer).in_review()
    with refused("只能由"):
        life.does(life.deciding(), life.reviewer)
    assert life.matter.state == "in_review"


def test_a_draft_lies_sealed_and_its_title_masked(neighbourhood):
    life = NoticeLife(neighbourhood, title="王小明13800001234的通知", body=TOLD)
    assert life.notice.body == ""
    assert "13800001234" not in life.matter.title
    assert not [text for text in Text.objects.all() if "13800001234" in text.body]
    assert "13800001234" not in json.dumps(life.notice.marks, ensure_ascii=False)


def test_it_does_not_come_out_while_a_mark_is_undecided(neighbourhood):
    life = NoticeLife(neighbourhood, body=TOLD).in_review()
    with refused("处标记没有处理"):
        life.does(reviewing.Approve(**TICKS), life.reviewer)
    assert life.notice.published_at is None


@pytest.mark.parametrize("left_out", TICKS)
def test_it_does_not_come_out_without_all_three_ticks(neighbourhood, left_out):
    life = NoticeLife(neighbourhood).in_review()
    with refused("都要核对"):
        life.does(reviewing.Approve(**TICKS | {left_out: False}), life.reviewer)


def test_marks_are_covered_in_what_comes_out(neighbourhood):
    life = NoticeLife(neighbourhood, body=TOLD).published()
    for value in ("王小明", "13800001234", "2单元301"):
        assert value not in life.notice.body
    assert "3号楼" in life.notice.body
    assert entries(life)[-1]["body"]["justified"] == {}


def test_what_stays_readable_is_counted_by_its_ground_on_the_record(neighbourhood):
    life = NoticeLife(neighbourhood, body=TOLD).published("duty")
    assert life.notice.body == TOLD
    assert entries(life)[-1]["body"]["justified"] == {"duty": len(life.notice.marks)}


def test_a_decision_about_something_never_marked_is_refused(neighbourhood):
    life = NoticeLife(neighbourhood, body=TOLD).in_review()
    more = (*life.deciding().decisions, "body:0-2=duty")
    with refused("从列表里选"):
        life.does(reviewing.Approve(**TICKS, decisions=more), life.reviewer)


def test_the_digest_on_the_record_proves_the_words(neighbourhood):
    life = NoticeLife(neighbourhood).published()
    notice, (entry,) = life.notice, entries(life)
    words = {"title": notice.title, "body": notice.body}
    file = document(number=life.matter.number, kind="ordinary", words=words)
    assert entry["kind"] == "notice.publish"
    assert entry["body"]["digest"] == sha256(file).hexdigest() == notice.digest
    assert entry["body"]["audience"] == [neighbourhood.places["building"].path]
    assert notice.body not in json.dumps(entry, ensure_ascii=False)


def test_a_correction_is_linked_both_ways_on_page_and_record(neighbourhood):
    life = NoticeLife(neighbourhood).corrected()
    new = life.correction
    assert (life.matter.state, new.matter.state) == ("corrected", "published")
    assert entries(life)[-1]["body"]["corrected_by"] == new.matter.number
    assert entries(new)[-1]["body"]["corrects"] == life.matter.number
    assert entries(new)[-1]["body"]["version"] == 2
    assert Link.objects.filter(earlier=life.matter, later=new.matter).exists()
    assert life.notice.body.startswith("因水箱清洗，周三")


def test_an_earlier_notice_stands_until_its_correction_comes_out(neighbourhood):
    life = NoticeLife(neighbourhood).published()
    correction = Correction(life)
    assert life.does(ending.WithdrawNotice(reason="先撤回"), life.writer).matter.state == "withdrawn"
    with pytest.raises(Refusal):
        correction.published()


def test_only_one_correction_is_written_at_a_time(neighbourhood):
    life = NoticeLife(neighbourhood).published()
    begun = Correction(life)
    with refused(begun.matter.number):
        Correction(life)
    begun.discarded()
    assert Correction(life).matter.state == "draft"


def test_a_draft_cannot_be_corrected(neighbourhood):
    life = NoticeLife(neighbourhood)
    with refused("才能更正"):
        correct(life.matter.number, life.drafted(), by=life.writer, at=life.at)


def test_a_withdrawal_says_why_and_leaves_the_words(neighbourhood):
    life = NoticeLife(neighbourhood).withdrawn()
    assert life.notice.withdrawal == "停水改期，另行通知"
    assert life.notice.body


def test_a_reason_that_names_somebody_is_refused(neighbourhood):
    life = NoticeLife(neighbourhood).published()
    with refused("似有个人信息"):
        life.does(ending.WithdrawNotice(reason="13800001234投诉"), life.writer)


def test_an_emergency_comes_out_covered_and_waits_for_other_eyes(neighbourhood):
    life = NoticeLife(neighbourhood, body=TOLD).unreviewed()
    assert "13800001234" not in life.notice.body
    assert life.matter.due_clock == "review_after"
    with pytest.raises(Refusal):
        life.does(reviewing.ConfirmAfterwards(**TICKS), life.writer)
    assert life.does(reviewing.ConfirmAfterwards(**TICKS), life.reviewer).matter.state == "published"
    assert life.notice.reviewed_at


def test_only_an_emergency_comes_out_before_review(neighbourhood):
    life = NoticeLife(neighbourhood)
    with refused("先发后审"):
        life.does(reviewing.PublishNow(), life.writer)


@pytest.fixture
def now(monkeypatch):
    def at(moment):
        monkeypatch.setattr("linli.domains.notices.jobs.timezone.now", lambda: moment)

    return at


def test_it_comes_out_at_its_time_once(neighbourhood, now):
    life = NoticeLife(neighbourhood).approved()
    now(life.at + timedelta(hours=1))
    publish_due()
    assert Notice.objects.get().published_at is None
    now(life.at + timedelta(days=2))
    publish_due()
    publish_due()
    assert Event.objects.filter(matter=life.matter, verb="publish").count() == 1
    assert Notice.objects.get().published_at


def test_a_taken_back_review_keeps_it_in(neighbourhood, now):
    life = NoticeLife(neighbourhood).approved()
    life.does(reviewing.WithdrawApproval(reason="日期不对"), life.reviewer)
    now(life.at + timedelta(days=2))
    publish_due()
    assert life.matter.state == "draft"
    assert (life.notice.published_at, life.notice.body, life.notice.digest) == (None, "", "")


def test_it_is_filed_away_after_its_last_day(neighbourhood, now):
    life = NoticeLife(neighbourhood)
    given = life.drafted(until=life.at.date() + timedelta(days=3)).model_dump(exclude={"type"})
    life.does(drafting.Revise(**given), life.writer).published()
    now(life.at + timedelta(days=3))
    archive_ended()
    assert Notice.objects.get().matter.state == "published"
    now(life.at + timedelta(days=4))
    archive_ended()
    assert Notice.objects.get().matter.state == "archived"
