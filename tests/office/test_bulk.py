"""Bulk acts: one act and one form for all that is ticked; each refusal in its own words."""

from __future__ import annotations

import pytest

from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle.request import Supervise
from linli.kernel.ids import new_id


def tick(*lives) -> list[str]:
    return [f"{each.matter.pk}.{Matter.objects.get(pk=each.matter.pk).version}" for each in lives]


def bulk(client, ids, **given):
    return client.post("/office/worklist/acts/", {"ids": ids, **given})


def test_several_are_dispatched_at_once(here, life, sign_in):
    lives = [life("filed") for _ in range(3)]
    desk = sign_in("desk")
    assert "批量办理 3 件" in bulk(desk, tick(*lives)).content.decode()
    answer = bulk(desk, tick(*lives), verb="dispatch", go="1", unit=str(here.units["property"]))
    assert "已办好 3 件" in answer.content.decode()
    assert answer["hx-trigger"] == "acted"
    assert set(Matter.objects.filter(kind="request").values_list("state", flat=True)) == {"dispatched"}
    assert Matter.objects.filter(kind="assignment", state="sent").count() == 3


def test_several_are_signed_for_at_once(life, sign_in):
    leads = [life("dispatched").lead for _ in range(2)]
    ids = [f"{lead.pk}.{lead.version}" for lead in leads]
    assert "已办好 2 件" in bulk(sign_in("handler"), ids, verb="sign_for", go="1").content.decode()
    assert set(Matter.objects.filter(kind="assignment").values_list("state", flat=True)) == {"signed"}


def test_what_somebody_else_did_meanwhile_is_refused_in_words_and_the_rest_is_done(here, life, sign_in):
    fresh, stale = life("filed"), life("filed")
    ids = tick(fresh, stale)
    stale.does(Supervise(), here.supervisor)
    page = bulk(sign_in("desk"), ids, verb="dispatch", go="1", unit=str(here.units["property"])).content.decode()
    assert "已办好 1 件" in page
    assert "有 1 件没办成" in page
    assert stale.matter.number in page
    assert "你查看期间已有人处理" in page
    assert Matter.objects.get(pk=stale.matter.pk).state == "filed"


def test_only_acts_possible_for_all_are_offered(life, sign_in):
    answer = bulk(sign_in("desk"), tick(life("filed"), life("received")))
    page = answer.content.decode()
    assert "派单" not in page
    assert "受理立案" not in page


def test_different_kinds_have_no_act_in_common(life, sign_in):
    one = life("dispatched")
    ids = [*tick(life("filed")), f"{one.lead.pk}.{one.lead.version}"]
    answer = bulk(sign_in("desk"), ids)
    assert answer.status_code == 409
    assert "没有适用于全部的操作" in answer.content.decode()


def test_a_form_with_something_missing_comes_back_as_it_was_typed(here, life, sign_in):
    answer = bulk(sign_in("desk"), tick(life("filed")), verb="dispatch", go="1", note="请尽快")
    assert answer.status_code == 422
    assert "请尽快" in answer.content.decode()
    assert Matter.objects.filter(state="filed").exists()


def test_others_matters_are_not_even_named(life, sign_in):
    foreign = life("filed")
    page = bulk(sign_in("stranger"), tick(foreign), verb="dispatch", go="1").content.decode()
    assert foreign.matter.number not in page
    assert Matter.objects.get(pk=foreign.matter.pk).state == "filed"


@pytest.mark.parametrize("ids", [["nonsense"], [f"{new_id()}.x"], [f"{new_id()}.1"] * 201])
def test_ticks_that_are_not_ours_are_refused(sign_in, ids):
    assert bulk(sign_in("desk"), ids).status_code == 422


def test_nothing_ticked_says_how_to_tick(sign_in):
    assert "还没有勾选" in bulk(sign_in("desk"), []).content.decode()
