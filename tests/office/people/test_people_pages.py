"""People and posts: listed, opened, appointed, ended, closed; by whose office it is, where it is."""

from __future__ import annotations

import re

import pytest
from django.utils.timezone import localdate
from tests.neighbourhood import MONDAY

from linli.domains.people.models import Account, Post
from linli.domains.people.signin.models import Password, Session

NEW = {"kind": "staff", "display_name": "林小满", "username": "lin.new", "email": ""}
ROBOT = "<script>alert(1)</script>"


@pytest.fixture
def desk(administration):
    """The address of the desk's account."""
    return f"/office/people/{administration.desk.account}/"


@pytest.fixture
def post_for(administration):
    """What appointing asks for, to be changed by the test."""

    def asked(**changes: object) -> dict[str, object]:
        given = {
            "role": "volunteer",
            "organisation": administration.units["committee"],
            "where": "柳荫社区",
            "place": administration.places["willow"].pk,
            "since": "",
            "until": "",
        }
        return given | changes

    return asked


def test_the_list_shows_names_posts_places_and_who_never_came(administration, sign_in):
    page = sign_in("security").get("/office/people/").content.decode()
    for told in ("handler", "柳荫物业", "柳荫社区", "员audit", "审计管理员", "从未登录"):
        assert told in page
    assert "neighbour" not in page


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?q=water", "供水所", "柳荫物业"),
        ("?q=柳荫物业", "handler", "供水所"),
        ("?role=audit_admin", "员audit", "员system"),
        ("?standing=without", "没有符合条件的人", "handler"),
        ("?role=nonsense&standing=nonsense", "handler", "没有符合条件的人"),
    ],
)
def test_words_role_and_standing_narrow_it(administration, sign_in, query, shown, hidden):
    page = sign_in("security").get(f"/office/people/{query}").content.decode().partition('class="filter-row"')[2]
    assert shown in page
    assert hidden not in re.sub(r"<select.*?</select>", "", page, flags=re.DOTALL)


def test_it_goes_on_page_by_page_without_a_name_in_the_address(administration, sign_in):
    for number in range(60):
        Account.objects.create(
            kind="staff", username=f"u{number:02}", display_name=f"同事{number:02}", opened_at=MONDAY
        )
    client, address, seen = sign_in("security"), "/office/people/", []
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r"同事\d\d", page)
        onward = re.search(r'href="(\?[^"]*after=[^"]*)"', page)
        address = f"/office/people/{onward[1].replace('&amp;', '&')}" if onward else ""
    assert sorted(set(seen)) == [f"同事{number:02}" for number in range(60)]
    assert len(seen) == 60


def test_an_account_is_opened_with_a_first_password_shown_once(administration, sign_in):
    client = sign_in("system")
    page = client.post("/office/people/new/", NEW).content.decode()
    opened = Account.objects.get(username="lin.new")
    (password,) = re.findall(r'class="secret">(\w{4}-\w{4}-\w{4})<', page)
    assert opened.check_password(password)
    assert Password.objects.get(account=opened.pk).temporary
    assert password not in client.get(f"/office/people/{opened.pk}/").content.decode()


def test_a_machines_account_has_no_password(administration, sign_in):
    answer = sign_in("system").post("/office/people/new/", NEW | {"kind": "service", "username": "hotline"})
    opened = Account.objects.get(username="hotline")
    assert answer["location"] == f"/office/people/{opened.pk}/"
    assert not opened.has_usable_password()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("display_name", "", "请填写姓名"),
        ("display_name", "名" * 65, "64"),
        ("display_name", "林\u202e满", "1 至 64 个字"),
        ("username", "", "请填写账号"),
        ("username", "lin new", "不含空格"),
        ("username", "desk", "已被使用"),
        ("username", ROBOT, "不含空格"),
        ("email", "not an address", "邮"),
        ("kind", "", "请选择账号类别"),
        ("kind", "resident", "请选择账号类别"),
    ],
)
def test_an_account_is_refused_with_a_sentence_and_what_was_typed(
    administration, sign_in, refused, field, value, sentence
):
    before = Account.objects.count()
    page = refused(sign_in("system").post("/office/people/new/", NEW | {field: value}), 422, sentence)
    assert Account.objects.count() == before
    assert ROBOT not in page
    assert ("林小满" in page) == (field != "display_name")


def test_only_the_system_administrator_opens_accounts(administration, sign_in, refused):
    for who in ("security", "audit", "desk"):
        refused(sign_in(who).post("/office/people/new/", NEW), 403, "管理账号与机构")
    assert not Account.objects.filter(username="lin.new").exists()


def test_a_post_is_given_from_the_list_of_places_found(administration, sign_in, desk, post_for):
    client = sign_in("security")
    assert "柳荫社区" in client.post(f"{desk}appoint/", post_for(find="1")).content.decode()
    assert client.post(f"{desk}appoint/", post_for()).status_code == 302
    given = Post.objects.get(account=administration.desk.account, role="volunteer")
    assert given.granted_by_id == administration.security.account
    page = client.get(desk).content.decode()
    assert "志愿者" in page
    assert "员security" in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("role", "", "请选择角色"),
        ("role", "nonsense", "请从列表中选择角色"),
        ("organisation", "", "请选择单位"),
        ("organisation", "00000000-0000-0000-0000-000000000000", "请从列表中选择单位"),
        ("place", "", "请查找并选择地点"),
        ("place", "00000000-0000-0000-0000-000000000000", "请从查到的地点里选"),
        ("since", "2026-02-30", "请填写日期"),
        ("since", "2020-01-01", "不能从过去开始"),
        ("since", "0001-01-01", "2000 年至 2100 年"),
        ("until", "2020-01-01", "须晚于开始"),
        ("until", "9999-12-31", "2000 年至 2100 年"),
    ],
)
def test_an_appointment_is_refused_with_a_sentence(
    administration, sign_in, refused, desk, post_for, field, value, sentence
):
    before = Post.objects.count()
    refused(sign_in("security").post(f"{desk}appoint/", post_for(**{field: value})), 422, sentence)
    assert Post.objects.count() == before


def test_a_post_given_twice_or_of_two_administrations_is_refused(administration, sign_in, refused, desk, post_for):
    client = sign_in("security")
    client.post(f"{desk}appoint/", post_for())
    refused(client.post(f"{desk}appoint/", post_for()), 422, "已担任该岗位")
    system = f"/office/people/{administration.system.account}/appoint/"
    refused(client.post(system, post_for(role="audit_admin")), 409, "必须由不同的人担任")
    own = f"/office/people/{administration.security.account}/appoint/"
    refused(client.post(own, post_for()), 403, "不能给自己授权")


def test_only_the_security_administrator_of_that_place_appoints(administration, sign_in, refused, desk, post_for):
    for who in ("system", "audit", "desk"):
        refused(sign_in(who).post(f"{desk}appoint/", post_for()), 403)
    refused(sign_in("far_security").post(f"{desk}appoint/", post_for()), 404)
    assert not Post.objects.filter(role="volunteer").exists()


def test_a_post_is_ended_and_stays_in_the_history(administration, sign_in, refused, desk):
    (held,) = administration.desk.posts
    for who, status in (("system", 403), ("audit", 403), ("far_security", 404)):
        refused(sign_in(who).post(f"{desk}posts/{held.id}/end/"), status)
    assert sign_in("security").post(f"{desk}posts/{held.id}/end/")["location"] == desk
    assert Post.objects.get(pk=held.id).ended_by_id == administration.security.account
    page = sign_in("security").get(desk).content.decode()
    assert "曾任岗位" in page
    refused(sign_in("security").post(f"{desk}posts/{held.id}/end/"), 404, "在任岗位")


def test_the_last_who_may_appoint_stays(administration, sign_in, refused):
    Post.objects.filter(account=administration.far_security.account).delete()
    (held,) = administration.security.posts
    own = f"/office/people/{administration.security.account}/"
    refused(sign_in("security").post(f"{own}posts/{held.id}/end/"), 409, "没有人能够任免")
    assert Post.objects.get(pk=held.id).until is None


def test_an_account_is_closed_with_its_posts_and_opened_without_them(administration, sign_in, refused, desk):
    for who, status in (("security", 403), ("audit", 403), ("far_system", 404)):
        refused(sign_in(who).post(f"{desk}close/"), status)
    assert sign_in("system").post(f"{desk}close/").status_code == 302
    account = Account.objects.get(pk=administration.desk.account)
    assert not account.is_active
    refused(sign_in("far_system").post(f"{desk}reopen/"), 404)
    assert sign_in("system").post(f"{desk}reopen/").status_code == 302
    account.refresh_from_db()
    assert account.is_active
    assert not Post.objects.filter(account=account, until=None).exists()


def test_nobody_closes_their_own_account(administration, sign_in, refused):
    own = f"/office/people/{administration.system.account}/close/"
    refused(sign_in("system").post(own), 403)
    assert Account.objects.get(pk=administration.system.account).is_active


def test_a_new_first_password_signs_them_out(administration, sign_in, refused, desk):
    sign_in("desk").get("/office/")
    for who, status in (("system", 403), ("audit", 403), ("far_security", 404), ("handler", 403)):
        refused(sign_in(who).post(f"{desk}password/"), status)
    page = sign_in("security").post(f"{desk}password/").content.decode()
    (password,) = re.findall(r'class="secret">(\w{4}-\w{4}-\w{4})<', page)
    assert Account.objects.get(pk=administration.desk.account).check_password(password)
    assert not Session.objects.filter(account=administration.desk.account).exists()


@pytest.mark.parametrize("act", ["unlock", "reset"])
def test_another_communitys_security_cannot_touch_factors(administration, sign_in, refused, act):
    address = f"/office/sign-in/accounts/{administration.desk.account}/{act}/"
    refused(sign_in("far_security").post(address), 404)
    refused(sign_in("system").post(address), 403)
    assert sign_in("security").post(address).status_code == 302


def test_nobody_resets_their_own_second_factor_from_here(administration, sign_in, refused):
    refused(sign_in("security").post(f"/office/sign-in/accounts/{administration.security.account}/reset/"), 403)


def test_another_communitys_administrators_see_their_own_people_alone(administration, sign_in, refused, desk):
    for who in ("far_system", "far_security", "far_audit"):
        page = sign_in(who).get("/office/people/").content.decode()
        assert "stranger" in page
        assert "handler" not in page
        refused(sign_in(who).get(desk), 404)


def test_people_read_their_own_page_and_no_other(administration, sign_in, refused, desk):
    assert sign_in("desk").get(desk).status_code == 200
    refused(sign_in("handler").get(desk), 403, "只有管理员")


def test_a_residents_account_has_no_page_here(administration, sign_in, refused):
    refused(sign_in("system").get(f"/office/people/{administration.neighbour.account}/"), 404)
    refused(sign_in("security").get(f"/office/people/{administration.neighbour.account}/appoint/"), 404)


def test_names_are_shown_as_text(administration, sign_in):
    Account.objects.filter(pk=administration.desk.account).update(display_name=ROBOT)
    for address in ("/office/people/", f"/office/people/{administration.desk.account}/"):
        assert ROBOT not in sign_in("system").get(address).content.decode()


def test_the_page_of_one_costs_the_same_with_many_posts(administration, sign_in, queries, desk, post_for):
    client = sign_in("security")
    client.post(f"{desk}appoint/", post_for())
    few = queries(client, desk)
    for role in ("grid_worker", "supervisor", "callback_desk", "community_head"):
        client.post(f"{desk}appoint/", post_for(role=role, since=str(localdate())))
    assert Post.objects.filter(account=administration.desk.account).count() == 6
    assert queries(client, desk) == few
