"""Notices at the residents' door: what is out and nothing else, in sight for ever, with what proves it."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.notices.lives import TICKS, NoticeLife
from tests.neighbourhood import _place, staff_member

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.notices.lifecycle.reply import AnswerReply
from linli.domains.notices.lifecycle.reviewing import ConfirmAfterwards
from linli.domains.notices.queries import list_published
from linli.kernel.record import number_pending

pytestmark = pytest.mark.django_db
MOST = 11
"""Statements of a notice's page for a visitor."""


def address(life) -> str:
    return f"/notices/{life.matter.number}/"


def test_what_is_not_out_is_nowhere(here, visitor):
    life = NoticeLife(here, title="还没审的通知").in_review()
    assert "还没审的通知" not in visitor.read("/notices/").words + visitor.read("/").words
    visitor.read(address(life), status=404)


def test_what_is_out_stands_on_the_first_page_in_the_list_and_on_its_own(here, visitor):
    life = NoticeLife(here).published()
    for page in ("/", "/notices/"):
        assert address(life) in visitor.read(page).links
    assert "请提前储水" in visitor.read(address(life)).words


def test_it_tells_its_number_on_the_record_and_gives_the_file_that_it_proves(here, visitor):
    life = NoticeLife(here).published()
    page = visitor.read(address(life))
    file = visitor.get(f"{address(life)}words.json")
    assert sha256(file.content).hexdigest() == life.notice.digest
    assert life.notice.digest in page.words
    assert json.loads(file.content)["body"] == life.notice.body


def test_markup_in_a_notice_is_text(here, visitor):
    life = NoticeLife(here, title="<b>停水</b>", body="<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>")
    html = visitor.read(address(life.published())).html
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;" in html


def test_a_corrected_notice_leads_to_its_correction_and_back(here, visitor):
    life = NoticeLife(here).corrected()
    earlier, later = visitor.read(address(life)), visitor.read(address(life.correction))
    assert address(life.correction) in earlier.links
    assert address(life) in later.links
    assert "请提前储水" in earlier.words
    compared = visitor.read(f"{address(life.correction)}compare/").html
    assert "<del>" in compared
    assert "<ins>" in compared


def test_a_withdrawn_notice_stays_with_its_reason(here, visitor):
    life = NoticeLife(here).withdrawn()
    words = visitor.read(address(life)).words
    assert "停水改期，另行通知" in words
    assert "请提前储水" in words
    assert address(life) in visitor.read("/notices/").links
    assert address(life) not in visitor.read("/").links


def test_an_emergency_says_that_it_is_still_reviewed(here, visitor):
    life = NoticeLife(here).unreviewed()
    words = visitor.read(address(life)).words
    assert "先发后审" in words
    assert "补审已逾期" in words  # it came out long ago
    life.does(ConfirmAfterwards(**TICKS), life.reviewer)
    assert "先发后审" not in visitor.read(address(life)).words


def test_a_notice_for_another_community_is_not_on_my_list(here, visitor):
    life = NoticeLife(here).published()
    visitor.cookies["linli_place"] = here.places["poplar"].path
    assert address(life) not in visitor.read("/notices/").links
    visitor.cookies["linli_place"] = here.places["willow"].path
    assert address(life) in visitor.read("/notices/").links


def test_the_list_is_read_page_by_page(here):
    first = NoticeLife(here).published()
    lives = [first, *(first.another(title=f"第{n}份通知").published() for n in range(4))]
    page = list_published(size=3)
    rest = list_published(size=3, after=page.older)
    assert {row.number for row in (*page.rows, *rest.rows)} == {life.matter.number for life in lives}
    assert len(page.rows) + len(rest.rows) == len(lives)
    assert rest.older == ""


def statements(visitor, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        visitor.read(page)
    return len(asked)


def test_a_page_asks_as_often_for_many_places_as_for_one(here, visitor):
    life, other = NoticeLife(here).published(), _place("5号楼", "building", here.places["willow"], 2)
    wide = life.another(places=(here.building, other.pk)).published()
    one = statements(visitor, address(life))
    assert one <= MOST
    assert statements(visitor, address(wide)) == one


def test_a_visitor_asks_and_is_shown_a_code(here, visitor):
    life = NoticeLife(here).published()
    sent = {"stance": "question", "text": "会影响2号楼吗？"}
    assert visitor.send(f"{address(life)}reply/", sent).location == "/report/done/"
    assert "共 1 条，已答复 0 条" in visitor.read(address(life)).words


def test_a_resident_asks_finds_it_under_their_own_and_reads_the_answer_beside_the_notice(here, resident):
    life = NoticeLife(here).published()
    own = resident.send(
        f"{address(life)}reply/", {"stance": "question", "text": "会影响2号楼吗？", "share": "on"}
    ).location
    assert own in resident.read("/mine/").links
    asked = Matter.objects.get(kind="reply")
    answerer = staff_member(here, "answerer", "committee", {"notices.read", "notices.answer"})
    perform(asked.pk, AnswerReply(answer="不影响，只停3号楼。"), by=answerer, at=life.at)
    assert "不影响，只停3号楼。" in resident.read(own).words
    assert "不影响，只停3号楼。" in resident.read(address(life)).words


def test_an_empty_question_is_asked_for_again(here, visitor):
    life = NoticeLife(here).published()
    assert "请填写" in visitor.send(f"{address(life)}reply/", {"stance": "question"}, status=422).words


def test_its_code_to_scan_is_a_picture_of_its_own_that_leads_to_it(here, visitor):
    life = NoticeLife(here).published()
    assert f"{address(life)}code.svg" in visitor.read(address(life)).html
    picture = visitor.get(f"{address(life)}code.svg")
    assert picture["content-type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg xmlns")
    visitor.read(f"{address(NoticeLife.another(life))}code.svg", status=404)


@pytest.mark.django_db(transaction=True)
def test_once_numbered_it_links_its_proof_and_who_vouched(here, visitor):
    life = NoticeLife(here).published()
    number_pending()
    page = visitor.read(address(life))
    assert [link for link in page.links if re.fullmatch(r"/log/[^/]+/proof/\d+", link)]
    assert [link for link in page.links if re.fullmatch(r"/log/[^/]+/checkpoint", link)]
    assert "号；少一号，谁都看得出来" in page.words
