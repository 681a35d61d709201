"""Roles: compared, previewed with whom they touch, changed with a reason; administrations stay apart."""

from __future__ import annotations

import re

import pytest

from linli.domains.people.models import Role, RoleChange

ROLE = "/office/roles/volunteer/"
ROBOT = "<script>alert(1)</script>"
GIVEN = {"name": "志愿者", "name_en": "Volunteer", "rights": ["people.act_for"]}
NEW = {"code": "night_watch", "name": "夜巡员", "name_en": "Night watch", "rights": ["requests.read"], "reason": "试行"}


def test_the_table_says_who_may_do_what_and_who_holds_what_is_apart(administration, sign_in):
    page = sign_in("audit").get("/office/roles/").content.decode()
    for told in ("志愿者", "安全管理员", "员security", "任免岗位", "2 人担任"):
        assert told in page


def test_a_change_is_shown_before_it_is_made(administration, sign_in):
    client = sign_in("security")
    page = client.post(ROLE, GIVEN).content.decode()
    assert "受托代居民办事" in page.partition("preview-title")[2]
    assert Role.objects.get(pk="volunteer").rights == []
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    assert client.post(ROLE, GIVEN | {"go": "1", "version": version, "reason": "试行代办"})["location"] == ROLE
    assert Role.objects.get(pk="volunteer").rights == ["people.act_for"]
    assert "试行代办" in client.get(ROLE).content.decode()


def test_a_change_that_somebody_else_overtook_is_refused(administration, sign_in, refused):
    client = sign_in("security")
    client.post(ROLE, GIVEN | {"go": "1", "version": "1"})
    refused(client.post(ROLE, GIVEN | {"rights": [], "go": "1", "version": "1"}), 409, "刚被他人修改")
    refused(client.post(ROLE, GIVEN | {"rights": [], "go": "1"}), 409, "刚被他人修改")
    assert Role.objects.get(pk="volunteer").rights == ["people.act_for"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "请填写中英文两种名称"),
        ({"name_en": "x" * 65}, "64"),
        ({"name": "员\u202e"}, "可显示的字符"),
        ({"rights": ["vault.open_everything"]}, "请从列表中选择权限"),
        ({"version": "很多"}, "整数"),
        ({"reason": "因" * 201}, "200"),
    ],
)
def test_a_change_is_refused_in_words(administration, sign_in, refused, changes, sentence):
    before = RoleChange.objects.count()
    refused(sign_in("security").post(ROLE, GIVEN | {"go": "1", "version": "1"} | changes), 422, sentence)
    assert RoleChange.objects.count() == before


def test_two_administrations_in_one_role_are_refused_and_said_so_in_the_preview(administration, sign_in, refused):
    both = GIVEN | {"rights": ["people.roles", "audit.read"]}
    client = sign_in("security")
    assert "必须由不同的人担任" in client.post(ROLE, both).content.decode()
    refused(client.post(ROLE, both | {"go": "1", "version": "1"}), 409, "必须由不同的人担任")
    assert Role.objects.get(pk="volunteer").rights == []


def test_nobody_widens_their_own_role(administration, sign_in, refused):
    rights = [*Role.objects.get(pk="security_admin").rights, "requests.read"]
    given = {"name": "安全管理员", "name_en": "Security administrator", "rights": rights, "go": "1", "version": "1"}
    refused(sign_in("security").post("/office/roles/security_admin/", given), 403, "不能给自己授权")


def test_a_role_of_the_offices_own_is_added(administration, sign_in):
    client = sign_in("security")
    assert client.post("/office/roles/new/", NEW)["location"] == "/office/roles/night_watch/"
    page = client.get("/office/roles/night_watch/").content.decode()
    assert "夜巡员" in page
    assert "试行" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": ""}, "请填写代码"),
        ({"code": "Night Watch"}, "小写字母"),
        ({"code": "volunteer"}, "未使用过"),
        ({"code": ROBOT}, "小写字母"),
        ({"name": ""}, "请填写中英文两种名称"),
        ({"rights": ["nonsense"]}, "请从列表中选择权限"),
        ({"rights": ["people.roles", "audit.read"]}, "必须由不同的人担任"),
    ],
)
def test_a_new_role_is_refused_in_words(administration, sign_in, refused, changes, sentence):
    before = Role.objects.count()
    answer = sign_in("security").post("/office/roles/new/", NEW | changes)
    page = refused(answer, 409 if "必须" in sentence else 422, sentence)
    assert Role.objects.count() == before
    assert ROBOT not in page
    assert "夜巡员" in page or "name" in changes


def test_only_who_appoints_everywhere_changes_roles(administration, sign_in, refused):
    for who in ("system", "audit", "far_security", "desk"):
        client = sign_in(who)
        for sent in (GIVEN, GIVEN | {"go": "1", "version": "1"}):
            refused(client.post(ROLE, sent), 403)
        assert client.post("/office/roles/new/", NEW).status_code == 403
    assert Role.objects.get(pk="volunteer").rights == []


def test_who_may_not_change_a_role_reads_it_without_a_form(administration, sign_in):
    for who in ("audit", "far_security"):
        page = sign_in(who).get(ROLE).content.decode()
        assert 'name="rights"' not in page
        assert "志愿者" in page
        assert "/office/roles/new/" not in sign_in(who).get("/office/roles/").content.decode()


def test_an_unknown_role_is_not_found(administration, sign_in, refused):
    refused(sign_in("security").get("/office/roles/nobody_at_all/"), 404, "角色")


def test_a_role_with_a_long_history_costs_no_more(administration, sign_in, queries):
    client = sign_in("security")
    client.post(ROLE, GIVEN | {"go": "1", "version": "1"})
    few = queries(client, ROLE)
    for version in range(2, 9):
        rights = ["people.act_for"] if version % 2 else []
        client.post(ROLE, GIVEN | {"rights": rights, "go": "1", "version": str(version)})
    assert Role.objects.get(pk="volunteer").version == 9
    assert queries(client, ROLE) == few
