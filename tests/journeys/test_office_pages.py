"""Every page of the office looked at on a phone and a desk, in both languages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.people.absences.actions import Away, enter_absence
from linli.domains.people.models import Account, Role

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("office")]

STATES = ("received", "filed", "dispatched", "replied", "callback", "reopened", "closed", "bounce_asked")
SHAPES = [(390, "en-US"), (1280, "zh-CN")]


@pytest.fixture
def lived(here, life):
    """A request in every state, one of them long and full of identifiers."""
    role = Role.objects.get(posts=here.desk.posts[0].id)
    Role.objects.filter(pk=role.pk).update(
        rights=[*role.rights, "requests.handle", "people.act_for", "people.find", "people.register"]
    )
    long = "我是李示例，住3号楼2单元501室，电话13800001234。" + "楼上从上周起每天半夜敲地板，说了几次都没有用。" * 8
    return {state: life(state, text=long if state == "dispatched" else "三号楼电梯坏了两天").matter for state in STATES}


def who(here, name) -> Account:
    return Account.objects.get(pk=getattr(here, name).account)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_desks_pages_are_fit_to_be_seen(here, lived, browse, look, shape):
    page = browse(who(here, "desk"), width=shape[0], language=shape[1])
    for address in (
        "/office/",
        "/office/worklist/",
        "/office/worklist/?late=1&state=filed",
        "/office/worklist/?state=closed",
        "/office/requests/",
        "/office/requests/?state=filed&category=home",
        "/office/requests/?q=电梯",
        "/office/requests/?q=飞机",
        *(f"/office/matters/{matter.number}/" for matter in lived.values()),
        f"/office/matters/{lived['received'].number}/?act=decline_to_accept",
        "/office/figures/",
        "/office/figures/?since=2026-02-01&until=2026-04-30&by=unit",
        "/office/worklist/team/",
        "/office/file/",
        "/office/file/?where=3号楼",
        "/office/nowhere/",
    ):
        page.goto(address)
        look(page)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_call_back_desks_pages_are_fit_to_be_seen(here, lived, browse, look, shape):
    page = browse(who(here, "caller"), width=shape[0], language=shape[1])
    for address in ("/office/", "/office/call-back/", f"/office/call-back/{lived['callback'].number}/"):
        page.goto(address)
        look(page)
    page.locator("form[action$='/phone/'] button").click()
    page.locator("a[href^='tel:']").wait_for()
    look(page)
    page.locator(".call-form button.main").click()
    page.locator(".errors").wait_for()
    look(page)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_units_pages_are_fit_to_be_seen(here, life, browse, look, shape):
    life("in_progress"), life("planned")
    head = staff_member(here, "head", "property", {"requests.handle", "requests.lead"})
    appoint(head)
    at, unit = timezone.now(), here.units["property"]
    away = Away(account=here.handler.account, unit=unit, stand_in=head.account, since=at, until=at + timedelta(days=9))
    enter_absence(away, by=None, at=at)
    page = browse(Account.objects.get(pk=head.account), width=shape[0], language=shape[1])
    hands = f"/office/worklist/team/{unit}/{here.handler.account}/"
    for address in ("/office/worklist/team/", hands, "/office/worklist/away/", "/office/worklist/?mine=1"):
        page.goto(address)
        look(page)
    for address in (hands, "/office/worklist/away/"):
        page.goto(address)
        page.locator("main .form button.main").click()
        page.locator(".errors").wait_for()
        look(page)


def test_an_empty_office_still_says_what_it_is_for(here, browse, look):
    page = browse(who(here, "caller"))
    for address in ("/office/", "/office/worklist/", "/office/call-back/", "/office/requests/", "/office/figures/"):
        page.goto(address)
        assert page.locator(".empty").count() == 1
        look(page)
