"""The page of figures: nothing open is hidden, no rate stands alone, no person is named, and its cost does not grow."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO

from django.utils.timezone import localdate
from openpyxl import load_workbook
from tests.neighbourhood import MONDAY

from linli.domains.people.models import Role

ADDRESS = f"/office/figures/?since={localdate(MONDAY)}&until={localdate(MONDAY) + timedelta(days=30)}"


def test_the_page_says_what_became_of_everything_and_what_is_open(life, sign_in):
    life("closed"), life("filed"), life("withdrawn")
    page = sign_in("desk").get(ADDRESS).content.decode()
    for words in ("收到 3 件及其去向", "现有 1 件未办结", "响应率", "未联系上", "半数居民等待不超过", "退单", "挂账"):
        assert words in page


def test_what_is_open_shows_in_a_period_in_which_nothing_came(life, sign_in):
    life("filed")
    page = sign_in("desk").get("/office/figures/?since=2024-01-01&until=2024-01-31").content.decode()
    assert "收到 0 件" in page
    assert "现有 1 件未办结" in page


def test_a_rate_of_few_is_shown_as_its_numbers_alone(life, sign_in):
    for _ in range(9):
        life("closed")
    desk = sign_in("desk")
    assert '<td class="right">9/9</td>' in desk.get(ADDRESS).content.decode()
    life("closed")
    assert "100.0% (10/10)" in desk.get(ADDRESS).content.decode()


def test_each_part_can_be_looked_at_alone(life, sign_in, here):
    life("closed"), life("filed", category="street.noise")
    desk = sign_in("desk")
    page = desk.get(f"{ADDRESS}&by=unit").content.decode()
    narrowed = re.search(r'href="(\?[^"]*unit=[^"]*)"', page)[1].replace("&amp;", "&")
    only = desk.get(f"/office/figures/{narrowed}").content.decode()
    assert "柳荫物业" in only
    assert "收到 1 件" in only
    assert "收到 1 件" in desk.get(f"{ADDRESS}&category=street").content.decode()


def test_figures_of_one_door_alone(life, sign_in):
    life("closed")
    desk = sign_in("desk")
    assert "收到 1 件" in desk.get(f"{ADDRESS}&channel=web").content.decode()
    assert "收到 0 件" in desk.get(f"{ADDRESS}&channel=hotline").content.decode()


def test_a_period_that_cannot_be_is_refused_in_words_with_the_figures_of_late(sign_in, refused):
    page = refused(sign_in("desk").get("/office/figures/?since=2026-03-02&until=2026-03-01"), 422, "结束要晚于开始")
    assert "现有" in page


def test_whatever_cannot_be_read_in_the_address_is_left_out(life, sign_in):
    life("filed")
    asked = "&area=z9.&category=gossip&kind=x&unit=nobody&by=person"
    assert "收到 1 件" in sign_in("desk").get(ADDRESS + asked).content.decode()


def test_no_worker_is_named_beside_a_figure(life, sign_in):
    life("closed")
    page = sign_in("desk").get(ADDRESS).content.decode()
    assert "handler" not in page
    assert "verifier" not in page


def test_only_who_reads_requests_of_an_area_sees_them(here, sign_in, refused):
    Role.objects.filter(posts=here.handler.posts[0].id).update(rights=["requests.handle"])
    refused(sign_in("handler").get(ADDRESS), 403)


def test_the_page_asks_the_database_the_same_for_one_and_for_ten(life, sign_in, queries):
    desk = sign_in("desk")
    life("closed")
    one = queries(desk, ADDRESS)
    for _ in range(9):
        life("closed")
    assert queries(desk, ADDRESS) == one


def test_both_files_come_as_sheets_of_the_same_period_and_the_auditor_sees_who_took_them(administration, life, sign_in):
    walked = life("closed")
    desk = sign_in("desk")
    for name, words in (("figures", "合计"), ("requests", walked.matter.number)):
        answer = desk.post(ADDRESS.replace("/figures/?", f"/figures/{name}.xlsx?"))
        assert answer.status_code == 200
        cells = [
            cell for row in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True) for cell in row
        ]
        assert words in cells
    page = sign_in("audit").get("/office/audit/exports/").content.decode()
    assert page.count("desk (desk)</td>") == 2
    assert "2026-03-02 – 2026-04-01" in page


def test_a_file_is_asked_for_by_a_form_and_only_by_who_reads_requests(here, sign_in, refused):
    assert sign_in("desk").get("/office/figures/requests.xlsx").status_code == 405
    Role.objects.filter(posts=here.handler.posts[0].id).update(rights=["requests.handle"])
    for name in ("figures", "requests"):
        refused(sign_in("handler").post(f"/office/figures/{name}.xlsx"), 403)
