"""Hiding in the office: from the matter's page, appeals on somebody else's worklist, counted among the figures."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate
from tests.domains.requests.hidden import hide, hiding_of, moderator
from tests.neighbourhood import MONDAY
from tests.staffed import appoint

from linli.domains.matters.hiding import hidden_of
from linli.domains.requests.lifecycle.hiding import AppealHiding


@pytest.fixture
def heads(here):
    """Two people of the community who may hide."""
    here.head, here.other_head = moderator(here, "head"), moderator(here, "other_head")
    appoint(here.head)
    appoint(here.other_head)
    return here


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_is_hidden_from_the_matters_page_which_then_says_so(heads, life, sign_in):
    walked = life("filed", share=True)
    head, address = sign_in("head"), f"/office/matters/{walked.matter.number}/"
    assert "act=hide_from_neighbours" in page(head, address)
    assert "act=hide_from_neighbours" not in page(sign_in("desk"), address)
    given = {"scope": "words", "ground": "insult", "reason": "骂了人", "version": str(walked.matter.version)}
    assert head.post(f"{address}acts/hide_from_neighbours/", given).status_code == 302
    walked.matter.refresh_from_db()
    assert hidden_of(walked.matter).ground == "insult"
    shown = page(head, address)
    assert "已隐藏：侮辱谩骂或煽动（仅文字）" in shown
    assert "act=show_again" in shown
    assert walked.matter.title in shown


def test_the_appeal_waits_on_somebody_elses_worklist_and_is_decided_there(heads, life, sign_in):
    walked = hide(life("filed", share=True), heads.head)
    walked.does(AppealHiding(reason="没有骂人"), heads.resident)
    number = hiding_of(walked).number
    assert number not in page(sign_in("head"), "/office/worklist/")
    assert number not in page(sign_in("desk"), "/office/worklist/")
    other = sign_in("other_head")
    assert number in page(other, "/office/worklist/")
    shown = page(other, f"/office/matters/{number}/")
    assert "没有骂人" in shown
    assert "恢复显示" in shown
    decided = other.post(f"/office/matters/{number}/acts/restore/", {"reason": "确实没有", "version": "2"})
    assert decided.status_code == 302
    walked.matter.refresh_from_db()
    assert hidden_of(walked.matter) is None


def test_whoever_hid_it_is_refused_the_decision(heads, life, sign_in, refused):
    walked = hide(life("filed", share=True), heads.head)
    walked.does(AppealHiding(reason="没有骂人"), heads.resident)
    address = f"/office/matters/{hiding_of(walked).number}/acts/uphold_hiding/"
    refused(sign_in("head").post(address, {"reason": "维持", "version": "2"}), 403)
    assert hiding_of(walked).state == "appealed"


def test_the_figures_stand_beside_the_others_where_anything_was_hidden(heads, life, sign_in):
    supervisor = sign_in("supervisor")
    address = f"/office/figures/?since={localdate(MONDAY)}&until={localdate(MONDAY)}"
    assert "对邻居隐藏</h2>" not in page(supervisor, address)
    walked = hide(life("filed", share=True), heads.head, ground="insult")
    walked.does(AppealHiding(reason="没有骂人"), heads.resident)
    shown = page(supervisor, address)
    assert "对邻居隐藏</h2>" in shown
    for line in (
        "隐藏次数</dt><dd>1",
        "申诉</dt><dd>1",
        "待审查</dt><dd>1",
        "侮辱谩骂或煽动</dt><dd>1",
        "广告推销</dt><dd>0",
    ):
        assert line in shown
