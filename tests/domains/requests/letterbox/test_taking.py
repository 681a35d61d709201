"""What becomes of a mail: a request with an answer, a message on its matter, a bounce noted, or a sentence why not."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.domains.matters.attachments.made import picture
from tests.domains.requests.letterbox.mails import DESK, SENDER, WORDS, bounce, written
from tests.faults.test_nothing_leaks import rows_with, tables

from linli.domains.delivery.models import Contact, Message, Sending
from linli.domains.delivery.reply_addresses import reply_address
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Attachment, Event, Matter, Text
from linli.domains.matters.queries import get_tracked
from linli.domains.requests.letterbox.models import Received
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Request
from linli.kernel.ids import new_id
from linli.kernel.rules import rulebook


def outcomes():
    return sorted(Received.objects.values_list("outcome", flat=True))


@pytest.fixture
def filed(bring, letters):
    """A request that came by mail, and the letter that answered it."""
    bring(written())
    (letter,) = letters()
    return Matter.objects.get(), letter


def answer(letter, text, **more):
    return written(f"{text}\n\n{letter.body}", subject=f"Re: {letter.subject}", to=letter.reply_to[0], **more)


def test_a_mail_becomes_a_request_where_it_says(filed, neighbourhood):
    matter, _ = filed
    assert (matter.state, matter.place_id, matter.visibility) == ("received", neighbourhood.building, "private")
    assert matter.holder_unit_id == neighbourhood.units["committee"]
    assert Request.objects.get().channel == "email"
    assert Text.objects.get().body == f"电梯坏了\n{WORDS}"
    assert outcomes() == ["filed"]
    assert Received.objects.get().matter_id == matter.pk


def test_it_is_answered_with_number_and_code_and_where_to_add_to_it(filed):
    matter, letter = filed
    assert letter.to == [SENDER]
    assert matter.number in letter.subject
    code = letter.body.partition("查询码 ")[2][:14]
    assert get_tracked(code) == matter
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.reply_to == [reply_address(matter.pk, recipient=matter.opener_id)]


def test_neither_address_nor_code_lies_in_the_open(filed):
    _, letter = filed
    code = letter.body.partition("查询码 ")[2][:14]
    personal = {SENDER, "示例居民", code, code.replace("-", "")}
    assert {table: rows for table in tables() if (rows := rows_with(table, personal))} == {}


def test_news_goes_to_whoever_wrote(filed, neighbourhood, letters):
    matter, _ = filed
    refused = life.DeclineToAccept(door="court", reason="属于合同纠纷，请向法院起诉")
    perform(matter.pk, refused, by=neighbourhood.desk, at=timezone.now())
    (letter,) = letters()
    assert (letter.to, matter.number in letter.body) == ([SENDER], True)


def test_what_names_no_place_belongs_to_the_place_set(bring, neighbourhood):
    bring(written("楼道灯不亮", subject="灯"))
    assert Matter.objects.get().place_id == neighbourhood.places["subdistrict"].pk


def test_an_english_mail_is_answered_in_english(bring, letters):
    bring(written("The lift does not work.", subject="Lift", sender=f"A <{SENDER}>"))
    (letter,) = letters()
    assert "we have your report" in letter.subject


def test_the_same_mail_twice_is_one_request(bring, box, letters):
    same = written()
    bring(same)
    assert bring(same) == 1
    assert Matter.objects.count() == 1
    assert len(letters()) == 1
    assert all("Seen" in flags for flags in box.flags.values())


def test_files_come_along_and_those_not_taken_are_counted(bring, letters):
    bring(written(files=[(picture(), "image/jpeg"), (b"MZ" + b"x" * 9000, "image/jpeg")]))
    assert Attachment.objects.get().mime == "image/jpeg"
    assert "有 1 个附件未能接收" in letters()[0].body


def test_long_mails_go_on_in_messages(bring):
    bring(written("电梯坏了。" * 1500))
    assert sorted(Event.objects.values_list("verb", flat=True)) == ["comment", "report"]
    assert sum(len(text.body) for text in Text.objects.all()) >= 7500


def test_an_answer_is_added_to_its_matter_without_the_letter(filed, bring, letters):
    matter, letter = filed
    bring(answer(letter, "是2号梯，按钮也坏了。", files=[(picture(), "image/jpeg")]))
    said = Text.objects.filter(matter=matter, field="text").latest("at")
    assert said.body == "是2号梯，按钮也坏了。"
    assert Event.objects.get(verb="comment").channel == "email"
    assert Attachment.objects.get().matter_id == matter.pk
    assert Matter.objects.count() == 1
    assert outcomes() == ["added", "filed"]
    assert letters() == []


@pytest.mark.parametrize("naming", ["In_Reply_To", "References"])
def test_without_signed_addresses_the_letter_named_leads_to_the_matter(bring, letters, settings, naming):
    settings.MAIL_SIGNED = False
    bring(written())
    (letter,) = letters()
    assert letter.reply_to == [DESK]
    bring(written("是2号梯", to=DESK, **{naming: f"<a@b> {letter.extra_headers['Message-ID']}"}))
    assert Text.objects.latest("at").body == "是2号梯"
    assert outcomes() == ["added", "filed"]


def test_a_letter_to_somebody_else_leads_nowhere(filed, bring, letters, neighbourhood):
    matter, letter = filed
    Message.objects.update(recipient=neighbourhood.neighbour.person)
    bring(written("把它结了吧", In_Reply_To=letter.extra_headers["Message-ID"]))
    assert not Event.objects.filter(matter=matter, verb="comment").exists()


def test_an_answer_to_a_question_lets_the_clock_run_on(filed, bring, neighbourhood):
    matter, letter = filed
    here, now = neighbourhood, timezone.now()
    perform(matter.pk, life.Accept(), by=here.desk, at=now)
    perform(matter.pk, life.Dispatch(unit=here.units["property"]), by=here.desk, at=now)
    part = Matter.objects.get(kind="assignment")
    for step in (lead.SignFor(), lead.ReportProgress(text="已联系"), lead.AskResident(text="哪一部电梯？")):
        perform(part.pk, step, by=here.handler, at=now)
    bring(answer(letter, "2号梯"))
    matter.refresh_from_db()
    assert matter.state == "in_progress"


def test_thanks_after_the_end_reopen_nothing(filed, bring):
    matter, letter = filed
    Matter.objects.filter(pk=matter.pk).update(state="closed", closed_at=timezone.now())
    bring(answer(letter, "谢谢"))
    matter.refresh_from_db()
    assert (matter.state, outcomes()) == ("closed", ["added", "filed"])


def test_an_answer_to_what_takes_no_more_messages_is_told_so(filed, bring, letters):
    matter, letter = filed
    Matter.objects.filter(pk=matter.pk).update(state="not_accepted", closed_at=timezone.now())
    bring(answer(letter, "为什么？"))
    (told,) = letters()
    assert "已经办结" in told.body
    assert told.reply_to == []
    assert outcomes() == ["filed", "refused"]


def test_an_answer_may_be_a_photo_alone(filed, bring, letters):
    matter, letter = filed
    bring(answer(letter, "", files=[(picture(), "image/jpeg")]))
    assert Text.objects.filter(matter=matter, field="text").latest("at").body == "发来文件。"
    assert Attachment.objects.get().event.verb == "comment"


def test_more_files_than_a_matter_may_have_leave_the_words(filed, bring, monkeypatch):
    monkeypatch.setattr("linli.domains.requests.letterbox.taking.spend", lambda uses, *, at: None)
    matter, letter = filed
    most = rulebook().rule("requests.attachments.count", on=timezone.localdate()).value
    bring(*(answer(letter, f"第{n}张", files=[(picture(), "image/jpeg")]) for n in range(most + 1)))
    assert Attachment.objects.filter(matter=matter).count() == most
    assert Text.objects.filter(matter=matter, field="text").latest("at").body == f"第{most}张"


def test_an_answer_without_words_of_its_own_is_told_so(filed, bring, letters):
    _, letter = filed
    bring(answer(letter, ""))
    assert "没有内容" in letters()[0].body


@pytest.mark.parametrize("whose", ["neighbour", "nobody"])
def test_a_sign_of_somebody_else_adds_to_nothing(filed, bring, neighbourhood, whose):
    matter, _ = filed
    recipient = neighbourhood.neighbour.person if whose == "neighbour" else new_id()
    forged = reply_address(matter.pk, recipient=recipient)
    bring(written("把它结了吧", subject=f"Re: {matter.number}", to=forged))
    assert not Event.objects.filter(matter=matter, verb="comment").exists()
    assert Matter.objects.count() == 2


def test_a_number_in_the_subject_adds_to_nothing(filed, bring):
    matter, _ = filed
    bring(written("补充一句", subject=f"Re: {matter.number}"))
    assert not Event.objects.filter(verb="comment").exists()


def test_machines_are_left_alone(filed, bring, letters):
    _, letter = filed
    bring(
        answer(letter, "我在休假", Auto_Submitted="auto-replied"),
        written(List_Id="<x.example.com>"),
        written(sender=DESK),
    )
    assert outcomes() == ["automatic"] * 3 + ["filed"]
    assert letters() == []


def test_an_address_where_nobody_is_gets_no_more_letters(filed, bring, neighbourhood, letters):
    matter, letter = filed
    bring(bounce(letter.extra_headers["Message-ID"]))
    sending = Sending.objects.get()
    assert (sending.progress, sending.error) == ("failed", "bounced 5.1.1")
    assert Contact.objects.get().failed_at is not None
    told = Message.objects.get(template="letterbox.unreachable")
    assert told.recipient == neighbourhood.units["committee"]
    perform(matter.pk, life.Accept(), by=neighbourhood.desk, at=timezone.now())
    assert letters() == []


def test_a_delay_and_a_forged_bounce_change_nothing(filed, bring):
    _, letter = filed
    bring(bounce(letter.extra_headers["Message-ID"], status="4.4.1", action="delayed"), bounce(f"<{new_id()}@x>"))
    assert Sending.objects.get().progress == "sent"
    assert Contact.objects.get().ended_at is None


def test_whoever_writes_too_often_is_told_once_a_day(bring, letters):
    most = min(limit["times"] for limit in rulebook().rule("security.limit.mail_sender", on=timezone.localdate()).value)
    bring(*(written(f"第{n}件事：灯坏了") for n in range(most + 3)))
    assert Matter.objects.count() == most
    told = [letter for letter in letters() if "频繁" in letter.body]
    assert [letter.to for letter in told] == [[SENDER]]
    assert outcomes() == ["filed"] * most + ["refused"] * 3


def test_too_large_a_mail_is_not_fetched_and_its_sender_told(bring, letters, monkeypatch, box):
    monkeypatch.setattr("linli.domains.requests.letterbox.fetching.LARGEST", 3000)
    bring(written(files=[(b"x" * 9000, "image/jpeg")]))
    assert not any("BODY.PEEK[]" in each for each in box.heard)
    assert "邮件太大" in letters()[0].body
    assert Matter.objects.count() == 0
