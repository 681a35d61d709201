"""Writing, reviewing and publishing a notice through the office's pages."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.domains.notices.lives import NoticeLife
from tests.staffed import appoint

from linli.domains.matters.models import Matter
from linli.domains.notices.models import Notice
from linli.domains.people.models import Account
from linli.kernel.vault.models import Access

TOLD = "请联系王小明，电话13800001234。"


@pytest.fixture
def life(here):
    made = NoticeLife(here, body=TOLD)
    appoint(made.writer)
    appoint(made.reviewer)
    return made


def browser(actor) -> Client:
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def typed(here, **more) -> dict:
    given = {"type": "ordinary", "title": "消防演练", "body": "周六上午举行消防演练，请大家参加。"}
    return given | {"places": [str(here.building)]} | more


def address(life, way: str = "") -> str:
    return f"/office/notices/{life.matter.number}/{way}"


def version(life) -> int:
    return Matter.objects.get(pk=life.matter.pk).version


def test_a_notice_is_written_reviewed_by_another_and_read_by_all(here, life):
    writer, reviewer = browser(life.writer), browser(life.reviewer)
    page = writer.post("/office/notices/new/", typed(here))["location"]
    number = page.rstrip("/").rpartition("/")[2]
    assert writer.post(f"{page}acts/submit/", {"version": 1}).status_code == 302
    sent = {"version": 2, "facts": "on", "secrecy": "on", "personal": "on"}
    assert writer.post(f"{page}review/", sent).status_code == 403
    assert reviewer.post(f"{page}review/", sent).status_code == 302
    assert "周六上午" in Client().get(f"/notices/{number}/").content.decode()


def test_the_reviewer_decides_each_mark(life):
    life.in_review()
    reviewer, (name, phone) = browser(life.reviewer), [f"{m[0]}:{m[2]}-{m[3]}" for m in life.notice.marks]
    ticks = {"version": version(life), "facts": "on", "secrecy": "on", "personal": "on"}
    answer = reviewer.post(address(life, "review/"), ticks | {f"mark-{name}": "mask"})
    assert answer.status_code == 422
    assert "还有 1 处标记没有处理" in answer.content.decode()
    assert '<option value="mask" selected>' in answer.content.decode()
    done = reviewer.post(address(life, "review/"), ticks | {f"mark-{name}": "mask", f"mark-{phone}": "duty"})
    assert done.status_code == 302
    assert Notice.objects.get().body == "请联系王**，电话13800001234。"


def test_reading_a_draft_in_its_own_words_is_logged(life):
    before = Access.objects.filter(matter=life.matter.pk).count()
    assert "13800001234" in browser(life.writer).get(address(life)).content.decode()
    assert Access.objects.filter(matter=life.matter.pk).count() > before


def test_the_editor_keeps_what_was_typed_where_it_refuses(here, life):
    page = browser(life.writer).post("/office/notices/new/", typed(here, type="party", body="三月的党务情况。"))
    assert page.status_code == 422
    assert "哪个季度或月份" in page.content.decode()
    assert "三月的党务情况" in page.content.decode()


def test_two_who_revise_at_once_do_not_overwrite_each_other(here, life):
    writer = browser(life.writer)
    given = typed(here, version=version(life))
    assert writer.post(address(life, "edit/"), given).status_code == 302
    late = writer.post(address(life, "edit/"), given | {"body": "另一个人写的正文。"})
    assert late.status_code == 409
    assert "另一个人写的正文" in late.content.decode()


def test_a_correction_begins_with_the_words_that_are_out(life):
    life.published()
    page = browser(life.writer).get(address(life, "correct/")).content.decode()
    assert life.notice.title in page


def test_the_audience_is_told_in_homes_while_editing(here, life):
    from tests.neighbourhood import _place

    for n in range(3):
        _place(f"{n + 1}01室", "home", here.places["building"], n + 1)
    page = browser(life.writer).get("/office/notices/homes/", {"places": [str(here.building), "x"]})
    assert "3 户" in page.content.decode()


def test_a_notice_in_the_worklist_opens_on_its_own_page(life):
    life.in_review()
    reviewer = browser(life.reviewer)
    assert life.matter.number in reviewer.get("/office/worklist/").content.decode()
    assert reviewer.get(f"/office/matters/{life.matter.number}/")["location"] == address(life)
    panel = reviewer.get(f"/office/matters/{life.matter.number}/", headers={"hx-request": "true"})
    assert panel["HX-Redirect"] == address(life)


def test_whoever_may_not_write_finds_no_editor(here, sign_in):
    assert sign_in("handler").get("/office/notices/new/").status_code == 403
    assert sign_in("handler").get("/office/notices/").status_code == 403


def test_a_disclosure_that_is_owed_is_written_from_the_calendar(here, life):
    writer = browser(life.writer)
    page = writer.get("/office/notices/calendar/").content.decode()
    place = here.places["willow"].pk
    assert f"place={place}" in page
    editor = writer.get(
        "/office/notices/new/", {"type": "finance", "period": "2025Q4", "place": place}
    ).content.decode()
    assert 'value="2025Q4"' in editor
    assert "期末结余____元" in editor


def test_a_template_fills_the_editor(life):
    editor = browser(life.writer).get("/office/notices/new/", {"template": "water_off"}).content.decode()
    assert "停____通知" in editor
