"""A notice in real browsers: written by one, reviewed by another, read, compared and asked about by residents."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.domains.notices.lives import NoticeLife
from tests.staffed import appoint

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]
SHAPES = [(390, "zh-CN"), (1280, "en-US")]
TOLD = "周六上午9时至12时停水，请储水。联系电话13800001234。"


@pytest.fixture
def life(neighbourhood):
    made = NoticeLife(neighbourhood)
    appoint(made.writer)
    appoint(made.reviewer)
    return made


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_written_by_one_reviewed_by_another_and_asked_about(life, neighbourhood, browse, look, shape):
    width, language = shape
    writer, reviewer = (
        browse(Account.objects.get(pk=each.account), width=width, language=language)
        for each in (life.writer, life.reviewer)
    )
    writer.goto("/office/notices/new/")
    look(writer)
    writer.select_option("[name=type]", "ordinary")
    writer.fill("[name=title]", "水箱清洗停水")
    writer.fill("[name=body]", TOLD)
    writer.check(f"[name=places][value='{neighbourhood.building}']")
    writer.click("form.notice-form button.main")
    expect(writer.locator("mark").first).to_be_visible()
    look(writer)
    notice = Matter.objects.filter(kind="notice").latest("opened_at")
    writer.locator(f"form[action$='/{notice.number}/acts/submit/'] button").click()
    reviewer.goto(f"/office/notices/{notice.number}/")
    look(reviewer)
    for tick in ("facts", "secrecy", "personal"):
        reviewer.check(f"[name={tick}]")
    reviewer.click("#review button.main")
    expect(reviewer.locator(".errors[role=alert]")).to_be_visible()
    look(reviewer)
    reviewer.locator("select[name^='mark-']").first.select_option("mask")
    for tick in ("facts", "secrecy", "personal"):
        reviewer.check(f"[name={tick}]")
    reviewer.click("#review button.main")
    visitor = browse(width=width, language=language)
    visitor.goto(f"/notices/{notice.number}/")
    expect(visitor.locator("#words")).to_contain_text("138****1234")
    expect(visitor.locator("[data-aloud]")).to_be_visible()
    look(visitor)
    visitor.goto(f"/notices/{notice.number}/reply/")
    look(visitor)
    visitor.select_option("[name=stance]", "question")
    visitor.fill("[name=text]", "会影响2号楼吗？")
    visitor.click("form.form button.main")
    expect(visitor).to_have_url("/report/done/")


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_what_residents_and_others_read_of_a_correction(life, browse, look, shape):
    width, language = shape
    life.corrected()
    later = life.correction.matter.number
    visitor = browse(width=width, language=language)
    for path in (
        "/",
        "/notices/",
        f"/notices/{life.matter.number}/",
        f"/notices/{later}/compare/",
        "/notices/disclosures/",
        "/notices/frame/",
    ):
        visitor.goto(path)
        look(visitor)
    visitor.context.add_cookies([{"name": "linli_size", "value": "30", "url": visitor.url}])
    visitor.goto(f"/notices/{later}/")
    look(visitor)


def test_the_office_lists_and_the_calendar(life, browse, look):
    life.in_review()
    for width, language in SHAPES:
        page = browse(Account.objects.get(pk=life.reviewer.account), width=width, language=language)
        for path in ("/office/notices/", "/office/notices/calendar/"):
            page.goto(path)
            look(page)
