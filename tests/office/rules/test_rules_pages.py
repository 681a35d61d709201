"""Rules: what is in force with its source, every version of a key, a changed pack tried and nothing saved."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from linli.domains.matters.models import Clock
from linli.kernel.rules import pack_text, rulebook

TRY = "/office/rules/try/"
ROBOT = "<script>alert(1)</script>"
HEAD = '[pack]\nname = "try"\nversion = "1"\ntitle = { en = "Try", zh = "试行" }\n'
RULE = """
[[rule]]
key = "requests.%s"
name = { en = "A rule", zh = "一条规则" }
value = %s
citation = "试行办法"
verified = false
in_force_from = 2020-01-01
"""
SHORTER = HEAD + RULE % ("sign_for", '{ amount = 1, unit = "hours" }')


def test_every_rule_in_force_stands_with_value_source_and_pack(administration, sign_in):
    page = sign_in("system").get("/office/rules/").content.decode()
    for told in ("图片：20", "签收", "诉求办理", "beijing", "待核实"):
        assert told in page


def test_words_find_rules_and_say_so_when_there_are_none(administration, sign_in):
    client = sign_in("system")
    assert "requests.sign_for" in client.get("/office/rules/?q=sign_for").content.decode()
    assert "没有符合的规则" in client.get("/office/rules/?q=子虚乌有").content.decode()


def test_a_key_shows_which_of_its_versions_decides(administration, sign_in, refused):
    client = sign_in("system")
    assert "今日适用" in client.get("/office/rules/requests.sign_for/").content.decode()
    refused(client.get("/office/rules/requests.nonsense/"), 404, "没有这条规则")


def test_a_pack_in_force_is_where_one_begins(administration, sign_in):
    page = sign_in("system").get(f"{TRY}?pack=beijing").content.decode()
    assert "DB11/T" in page
    assert sign_in("system").get(f"{TRY}?pack=../../etc/passwd").status_code == 200


def test_a_changed_pack_says_what_would_move_and_saves_nothing(administration, sign_in, life):
    life("dispatched")
    before, due = rulebook(), list(Clock.objects.order_by("pk").values_list("pk", "due_at"))
    page = sign_in("system").post(TRY, {"pack": SHORTER})
    told = page.content.decode()
    assert page.status_code == 200
    assert "1 条规则会不同" in told
    assert "1 小时" in told
    assert rulebook() is before
    assert list(Clock.objects.order_by("pk").values_list("pk", "due_at")) == due


def test_the_same_as_a_file(administration, sign_in):
    file = SimpleUploadedFile("try.toml", SHORTER.encode())
    assert "1 条规则会不同" in sign_in("system").post(TRY, {"file": file}).content.decode()


def test_the_pack_in_force_would_change_nothing(administration, sign_in):
    page = sign_in("system").post(TRY, {"pack": pack_text("beijing")}).content.decode()
    assert "这一天没有规则会不同" in page


@pytest.mark.parametrize(
    ("pack", "sentence"),
    [
        ("", "请粘贴规则包"),
        ("nonsense", "TOML"),
        (HEAD, "这一天没有规则会不同"),
        ("a = " + "[" * 30_000, "TOML"),
        ('name = "x"', "没有“name”这个字段"),
        (HEAD + RULE % ("sign_for", '{ amount = -1, unit = "hours" }'), "requests.sign_for"),
        (HEAD + RULE % ("sign_for", '{ amount = 1, unit = "moons" }'), "requests.sign_for"),
        (HEAD + RULE % ("sign_for", '{ amount = 99999999999999, unit = "days" }'), "requests.sign_for"),
        (HEAD + RULE % ("sign_for", '"' + ROBOT + '"'), "requests.sign_for"),
        (HEAD + '\n[[rule]]\nkey = "' + ROBOT + '"\n', "&lt;script&gt;"),
        ("规" * 400_001, "400000"),
    ],
)
def test_a_pack_is_refused_with_the_rule_to_mend(administration, sign_in, pack, sentence):
    answer = sign_in("system").post(TRY, {"pack": pack})
    page = answer.content.decode()
    assert answer.status_code == (200 if pack == HEAD else 422)
    assert sentence in page
    assert ROBOT not in page


def test_too_large_a_file_and_a_nonsense_day_are_refused(administration, sign_in, refused):
    client = sign_in("system")
    refused(client.post(TRY, {"file": SimpleUploadedFile("try.toml", b"#" * 400_001)}), 422, "超过 400 KB")
    refused(client.post(TRY, {"pack": SHORTER, "on": "2026-02-30"}), 422, "请填写日期")
    assert client.post(TRY, {"pack": SHORTER, "on": "9999-12-31"}).status_code < 500
    assert client.post(TRY, {"pack": SHORTER, "on": "0001-01-01"}).status_code < 500


def test_rules_are_for_those_who_read_them(administration, sign_in, refused):
    for address in ("/office/rules/", TRY, "/office/rules/requests.sign_for/"):
        refused(sign_in("handler").get(address), 403, "查看现行规则")
    refused(sign_in("handler").post(TRY, {"pack": SHORTER}), 403)


def test_the_number_of_a_matter_elsewhere_is_no_link(administration, sign_in, life):
    number = life("dispatched").matter.number
    page = sign_in("far_audit").post(TRY, {"pack": SHORTER}).content.decode()
    assert f"/office/matters/{number}/" not in page


def test_trying_costs_the_same_for_one_and_for_many(administration, sign_in, life, django_assert_max_num_queries):
    client = sign_in("system")
    client.post(TRY, {"pack": SHORTER})
    for _ in range(5):
        life("dispatched")
    with django_assert_max_num_queries(15):
        client.post(TRY, {"pack": SHORTER})


def test_gaps_in_the_list_of_duties_are_named(administration, sign_in):
    page = sign_in("system").get("/office/rules/").content.decode()
    assert "事项清单的缺漏" in page
    assert "物业：电梯属于业主共有的" in page
