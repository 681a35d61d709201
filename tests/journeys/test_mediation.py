"""A dispute from the application to both signatures, on a phone and at a desk, as each of the three sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.domains.requests.disputes.lives import PHONE, RIGHTS, other_party
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]
SHAPES = [(390, "zh-CN"), (1280, "en-US")]


@pytest.fixture
def three(neighbourhood, browse, shape):
    """The applicant, the other party and the mediator, each at their browser."""
    width, language = shape
    mediator = staff_member(neighbourhood, "mediator", "committee", RIGHTS)
    appoint(mediator)
    people = (neighbourhood.resident, other_party(neighbourhood), mediator)
    accounts = [Account.objects.get(pk=each.account) for each in people]
    return [browse(account, width=width, language=language) for account in accounts]


def part(side):
    return Matter.objects.get(kind="disputant", facts__side=side)


def pressed(page, path, look, **given):
    """Opens an act's page, fills it and sends it; looks before and after."""
    page.goto(path)
    for name, value in given.items():
        field = page.locator(f"[name={name}]")
        if field.first.get_attribute("type") == "checkbox":
            field.check()
        elif field.first.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value={value}]").check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    look(page)
    page.locator("form.form button.main").first.click()
    expect(page.locator("[aria-invalid=true]")).to_have_count(0)
    look(page)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_from_the_application_to_both_signatures(three, neighbourhood, look):
    applicant, other, mediator = three
    for path in ("/disputes/", "/mine/"):
        applicant.goto(path)
        look(applicant)
    where = neighbourhood.places["willow"].path
    said = {"about": "water", "place": where, "text": "楼上漏水泡了我家天花板，想请人评评理", "other": "楼上住户"}
    pressed(applicant, "/disputes/apply/", look, **said)
    dispute = Matter.objects.get(kind="dispute")
    page = f"/office/matters/{dispute.number}/"
    pressed(mediator, page, look, name="李某某", phone=PHONE)
    for browser, side in ((applicant, "applicant"), (other, "respondent")):
        pressed(browser, f"/track/{part(side).number}/agree/", look, read="true")
    today = timezone.localdate()
    arranged = {"session_on": (today + timedelta(days=3)).isoformat(), "where": "上午九点，社区调解室"}
    pressed(mediator, f"{page}?act=arrange_session", look, **arranged)
    mediator.goto("/office/disputes/")
    expect(mediator.locator(".lines li")).to_have_count(1)
    look(mediator)
    minutes = {"held_on": today.isoformat(), "present": "双方当事人", "minutes": "双方各自陈述，愿意协商。"}
    pressed(mediator, f"{page}?act=hold_session", look, **minutes)
    due = (today + timedelta(days=20)).isoformat()
    promise = {"owing": "respondent", "promise": "修好水管，并赔偿粉刷费三百元。", "due": due}
    pressed(mediator, f"{page}?act=add_promise", look, **promise)
    pressed(mediator, f"{page}?act=draft_agreement", look, agreement="双方本着互谅互让，自愿达成如下协议。")
    for browser, side in ((applicant, "applicant"), (other, "respondent")):
        pressed(browser, f"/track/{part(side).number}/sign/", look, agreed="true")
    pressed(mediator, page, look)
    dispute.refresh_from_db()
    assert dispute.state == "in_effect"
    for path in ("/office/", "/office/disputes/?q=漏水", "/office/disputes/?state=closed"):
        mediator.goto(path)
        look(mediator)
    for browser, side in ((applicant, "applicant"), (other, "respondent")):
        browser.goto(f"/track/{part(side).number}/")
        look(browser)
        with browser.expect_download() as saved:
            browser.locator("form[action$='agreement.pdf'] button").click()
        assert saved.value.path().read_bytes().startswith(b"%PDF")
