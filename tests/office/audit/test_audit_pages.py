"""Audit: who opened what of how many people, how powers changed hands, who came in; for auditors of the whole alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.neighbourhood import MONDAY
from tests.staffed import NAME, PHONE

from linli.domains.people import actions
from linli.domains.people.actions.desk import open_name
from linli.domains.people.models import Post
from linli.domains.people.signin.log import note
from linli.domains.people.signin.vocabulary import Door, Happening

PAGES = ("", "openings/", "exports/", "powers/", "sign-ins/")


@pytest.fixture
def opened(administration):
    """The desk has looked at the resident's name this many times: `opened(2)`."""
    post = replace(administration.desk.posts[0], rights=frozenset({"people.find"}))
    desk = replace(administration.desk, posts=(post,))

    def looked(times: int) -> None:
        for number in range(times):
            open_name(administration.resident.person, by=desk, at=timezone.now() - timedelta(minutes=number))

    return looked


def test_openings_are_summed_up_without_whose_and_what(opened, sign_in):
    opened(3)
    client = sign_in("audit")
    summary = client.get("/office/audit/").content.decode()
    assert 'href="/office/audit/" aria-current="page"' in summary
    assert re.search(r"desk \(desk\).*?核对身份.*?>1<.*?>3<", summary, re.DOTALL)
    lines = client.get("/office/audit/openings/").content.decode()
    assert lines.count("核对身份<br>") == 3
    for page in (summary, lines):
        assert NAME not in page
        assert PHONE not in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 1),
        ("?purpose=check_identity", 1),
        ("?purpose=call_back", 0),
        ("?until=2020-01-01", 0),
        ("?since=2199-01-01", 1),
    ],
)
def test_days_and_purposes_narrow_it(opened, sign_in, query, shown):
    opened(1)
    page = sign_in("audit").get(f"/office/audit/openings/{query}").content.decode()
    assert page.count("核对身份<br>") == shown


def test_an_account_narrows_every_page(opened, administration, sign_in):
    opened(1)
    client = sign_in("audit")
    for who, shown in ((administration.desk, 1), (administration.handler, 0)):
        page = client.get(f"/office/audit/openings/?account={who.account}").content.decode()
        assert page.count("核对身份<br>") == shown


def test_long_logs_go_on_without_loss_or_repeat(opened, sign_in):
    opened(60)
    client, address, lines = sign_in("audit"), "/office/audit/openings/", 0
    while address:
        page = client.get(address).content.decode()
        lines += page.count("核对身份<br>")
        onward = re.search(r'href="(\?[^"]*after=[^"]*)"', page)
        address = f"/office/audit/openings/{onward[1].replace('&amp;', '&')}" if onward else ""
    assert lines == 60


def test_powers_say_who_was_given_what_by_whom_and_when_it_ended(administration, sign_in):
    given = actions.appoint(
        account=administration.handler.account,
        organisation=administration.units["property"],
        role="volunteer",
        place=administration.places["willow"].pk,
        by=administration.security,
        at=timezone.now(),
    )
    actions.end_post(post=given, by=administration.security, at=timezone.now())
    client = sign_in("audit")
    page = client.get("/office/audit/powers/").content.decode()
    for told in ("任命", "卸任", "志愿者", "员security"):
        assert told in page
    only = client.get("/office/audit/powers/?turn=ended").content.decode()
    assert only.count("<b>卸任</b>") == 1
    assert "<b>任命</b>" not in only


def test_sign_ins_name_staff_and_no_resident(administration, sign_in):
    for account in (administration.desk.account, administration.neighbour.account):
        note(Happening.SIGNED_IN, door=Door.STAFF, account=account, at=timezone.now())
    page = sign_in("audit").get("/office/audit/sign-ins/?what=signed_in").content.decode()
    assert "desk (desk)" in page
    assert "居民" in page
    assert str(administration.neighbour.account) not in page


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_reads_any_of_it(administration, sign_in, refused, page):
    for who in ("system", "security", "desk", "caller", "far_audit"):
        answer = sign_in(who).get(f"/office/audit/{page}")
        if (who, page) != ("far_audit", "powers/"):
            refused(answer, 403)
    assert Client().get(f"/office/audit/{page}").status_code == 302


def test_an_auditor_of_one_community_reads_its_posts_alone(administration, sign_in):
    page = sign_in("far_audit").get("/office/audit/powers/?turn=given").content.decode()
    assert "stranger" in page
    assert "handler" not in page


@pytest.mark.parametrize("page", PAGES)
def test_a_key_or_a_day_that_is_not_ours_is_refused_or_left_out(administration, sign_in, refused, page):
    client = sign_in("audit")
    if page:
        refused(client.get(f"/office/audit/{page}?after=bm9uc2Vuc2U="), 422, "请从第一页开始")
    assert client.get(f"/office/audit/{page}?since=2026-13-45&until=0001-01-01&account=nobody").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_longer_logs_cost_no_more_statements(opened, administration, sign_in, queries, page):
    client = sign_in("audit")

    def more(count: int, first: int) -> None:
        opened(count)
        for number in range(count):
            note(Happening.SIGNED_IN, door=Door.STAFF, account=administration.desk.account, at=timezone.now())
            Post.objects.create(
                account_id=administration.desk.account,
                organisation_id=administration.units["office"],
                role_id="volunteer",
                place=administration.places["willow"],
                since=MONDAY + timedelta(days=first + number),
                until=MONDAY + timedelta(days=first + number, hours=1),
            )

    more(1, 0)
    few = queries(client, f"/office/audit/{page}")
    more(15, 1)
    assert queries(client, f"/office/audit/{page}") == few
