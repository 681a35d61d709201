"""How work is spread in one's own unit: by name, with what nobody took, and nothing of anybody else's."""

from __future__ import annotations

import re

from linli.domains.people.models import Post

ADDRESS = "/office/worklist/team/"


def counts(page: str, name: str) -> list[int]:
    cells = re.search(rf'<th scope="row"[^>]*>(?:<a [^>]*>)?{name}(?:</a>)?</th>(.*?)</tr>', page, re.DOTALL)[1]
    return [int(number) for number in re.findall(r">(\d+)<", cells)]


def test_everybody_stands_by_name_with_what_nobody_has_taken(life, sign_in):
    life("in_progress"), life("in_progress"), life("dispatched"), life("replied")
    page = sign_in("handler").get(ADDRESS).content.decode()
    assert "柳荫物业" in page
    assert counts(page, "handler")[0] == 2
    assert counts(page, "还没有人接")[0] == 1
    assert "供水所" not in page


def test_what_is_late_is_counted_and_what_those_hold_who_left_is_not_lost(here, life, sign_in):
    life("in_progress")
    client = sign_in("handler")
    assert counts(client.get(ADDRESS).content.decode(), "handler") == [1, 0, 0]
    late = life("signed")
    late.lead.clocks.update(due_at=late.at)
    type(late.lead).objects.filter(pk=late.lead.pk).update(due_at=late.at)
    assert counts(client.get(ADDRESS).content.decode(), "handler")[2] == 1
    post = Post.objects.get(account=here.other_handler.account)
    Post.objects.filter(pk=post.pk).update(organisation=here.units["property"])
    Post.objects.filter(account=here.handler.account).update(until=late.at)
    page = sign_in("other_handler").get(ADDRESS).content.decode()
    assert counts(page, "已离岗人员名下")[0] == 2
    assert counts(page, "water") == [0, 0, 0]


def test_only_who_answers_for_a_unit_sees_it(life, sign_in, refused):
    life("in_progress")
    refused(sign_in("supervisor").get(ADDRESS), 403)
    assert "本单位分工" in sign_in("handler").get("/office/worklist/").content.decode()


def test_the_page_costs_the_same_for_one_and_for_ten(life, sign_in, queries):
    client = sign_in("handler")
    life("signed")
    one = queries(client, ADDRESS)
    for _ in range(9):
        life("signed")
    assert queries(client, ADDRESS) == one
