"""A day at the desk: by keyboard and mouse, beside the list, in bulk, on the telephone; and without any scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.neighbourhood import MONDAY
from tests.staffed import PHONE

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account, Post, Role
from linli.domains.requests.lifecycle.request import Supervise

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("office")]


def who(here, name) -> Account:
    return Account.objects.get(pk=getattr(here, name).account)


def test_a_row_is_opened_acted_on_and_gone_without_leaving_the_list(here, life, browse, look):
    first, second = life("filed").matter, life("filed").matter
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    panel = page.locator("#open #matter")
    expect(panel).to_contain_text(first.number)
    expect(panel).to_be_focused()
    expect(page.locator("[data-row][aria-current]")).to_contain_text(first.number)
    look(page)
    panel.get_by_role("button", name="派单").click()
    expect(panel.locator(".errors")).to_contain_text("请填写")
    look(page)
    panel.get_by_label("主办单位").select_option(label="柳荫物业")
    panel.get_by_role("button", name="派单").click()
    expect(panel.get_by_role("status")).to_contain_text("“派单”已办好")
    expect(page.locator("#list")).not_to_contain_text(first.number)
    expect(page.locator("#list")).to_contain_text(second.number)
    assert page.url.endswith("/office/worklist/")
    assert Matter.objects.get(pk=first.pk).state == "dispatched"


def test_a_refusal_is_said_again_each_time_and_the_page_comes_to_rest(here, life, browse):
    number = life("filed").matter.number
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    page.locator("[data-row] a[data-open]").click()
    others = page.locator("#open .other-acts a")
    expect(others.first).to_be_visible()
    Post.objects.filter(account=here.desk.account).update(until=MONDAY)
    for _ in range(2):
        page.evaluate("document.getElementById('messages').textContent = ''")
        others.first.click()
        expect(page.locator("#messages .notice")).to_be_visible()
        expect(page.locator(".htmx-request")).to_have_count(0)
    expect(page.locator("#open #matter")).to_contain_text(number)


def test_escape_closes_what_is_beside_and_comes_back_to_the_row(here, life, browse):
    life("filed")
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#open #matter")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#open #matter")).to_have_count(0)
    expect(page.locator("[data-row] a[data-open]")).to_be_focused()


def test_on_a_narrow_screen_a_row_is_a_page(here, life, browse):
    number = life("filed").matter.number
    page = browse(who(here, "desk"), width=390)
    page.goto("/office/worklist/")
    page.locator("[data-row] a[data-open]").click()
    expect(page).to_have_url(re.compile(f"/office/matters/{number}/$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/office/worklist/$"))


def test_several_are_dispatched_with_one_form(here, life, browse, look):
    lives = [life("filed") for _ in range(3)]
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    for _ in lives:
        page.keyboard.press("j")
        page.keyboard.press("x")
    lives[0].does(Supervise(), here.supervisor)
    page.get_by_role("button", name="办理勾选的").click()
    panel = page.locator("#open .panel")
    look(page)
    panel.get_by_label("主办单位").select_option(label="柳荫物业")
    panel.get_by_role("button", name="派单（3 件）").click()
    expect(panel).to_contain_text("“派单”已办好 2 件")
    expect(panel.locator(".refused")).to_contain_text("你查看期间已有人处理")
    expect(page.locator("[data-row]")).to_have_count(1)
    look(page)


def test_a_stale_page_keeps_what_was_typed(here, life, browse, look):
    one = life("filed")
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    page.locator("[data-row] a[data-open]").click()
    panel = page.locator("#open #matter")
    panel.get_by_label("主办单位").select_option(label="柳荫物业")
    panel.get_by_label("给承办单位的话").fill("请今天下午去看")
    one.does(Supervise(note="今天办结"), here.supervisor)
    panel.get_by_role("button", name="派单").click()
    expect(panel.locator(".errors")).to_contain_text("你查看期间已有人处理")
    expect(panel.get_by_label("给承办单位的话")).to_have_value("请今天下午去看")
    look(page)
    panel.get_by_role("button", name="派单").click()
    expect(panel.get_by_role("status")).to_contain_text("已办好")


def test_original_words_open_beside_the_list_and_say_that_they_were_logged(here, life, browse, look):
    life("received", text=f"我叫李示例，电话{PHONE}，楼道灯坏了")
    page = browse(who(here, "desk"), width=1440)
    page.goto("/office/worklist/")
    page.locator("[data-row] a[data-open]").click()
    panel = page.locator("#open #matter")
    expect(panel).to_be_focused()
    expect(panel).not_to_contain_text(PHONE)
    panel.get_by_text("查看原文").click()
    panel.get_by_role("button", name="查看并留记录").first.click()
    expect(panel).to_contain_text(PHONE)
    expect(panel).to_contain_text("已记入居民的查看记录")
    look(page)


def test_three_calls_one_after_the_other(here, life, browse, look):
    for _ in range(2):
        life("verified")
    page = browse(who(here, "caller"), width=1280)
    page.goto("/office/call-back/")
    page.get_by_role("link", name="从第一位开始").click()
    expect(page.get_by_text("问题解决了吗？")).not_to_be_visible()
    page.get_by_role("button", name="显示电话").click()
    expect(page.locator(f"a[href='tel:{PHONE}']")).to_be_visible()
    page.get_by_role("group", name="联系上了吗？").get_by_label("是").check()
    page.get_by_role("group", name="问题解决了吗？").get_by_label("是").check()
    page.get_by_role("group", name="对办理满意吗？").get_by_label("否").check()
    page.get_by_label("居民原话").fill("来得太慢")
    page.get_by_role("button", name="记录，打下一个").click()
    expect(page.locator(".messages")).to_contain_text("重办")
    page.get_by_role("group", name="联系上了吗？").get_by_label("否").check()
    look(page)
    page.get_by_role("button", name="记录", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("回访中")


def test_a_call_is_filed_while_it_lasts(here, browse, look):
    role = Role.objects.get(posts=here.desk.posts[0].id)
    Role.objects.filter(pk=role.pk).update(rights=[*role.rights, "people.act_for", "people.find", "people.register"])
    page = browse(who(here, "desk"), width=1280)
    page.goto("/office/file/")
    page.get_by_label("什么事？").fill("楼道灯坏了三天")
    page.get_by_label("在哪里？").press_sequentially("3号楼")
    page.locator("#places").get_by_label("柳荫社区3号楼").check()
    page.get_by_label("联系电话").fill("13800009999")
    page.get_by_role("button", name="上报").click()
    expect(page.locator(".read-out")).to_contain_text(Matter.objects.get().number)
    look(page)


def test_everything_works_without_scripts(here, life, browse):
    life("filed"), life("filed")
    page = browse(who(here, "desk"), script=False)
    page.goto("/office/worklist/")
    for box in page.locator("[data-row] input").all():
        box.check()
    page.get_by_role("button", name="办理勾选的").click()
    page.get_by_label("主办单位").select_option(label="柳荫物业")
    page.get_by_role("button", name="派单（2 件）").click()
    expect(page.locator("main")).to_contain_text("已办好 2 件")
    handler = browse(who(here, "handler"), script=False)
    handler.goto("/office/worklist/")
    handler.locator("[data-row] a[data-open]").first.click()
    handler.get_by_role("button", name="我来办").click()
    expect(handler.locator(".messages")).to_contain_text("已签收")
    handler.get_by_label("答复内容").fill("已修好")
    handler.get_by_role("button", name="答复居民").click()
    expect(handler.locator(".messages")).to_contain_text("已答复")
