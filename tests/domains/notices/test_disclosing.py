"""What is owed to the public: periods, the day by which each is out, and what all see to be late."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.domains.notices.lives import NoticeLife, refused
from tests.neighbourhood import MONDAY

from linli.domains.notices.disclosing import Every, owed, period_of, period_words
from linli.domains.notices.lifecycle import drafting, reviewing
from linli.domains.notices.queries import disclosures, overdue
from linli.domains.notices.templates import BLANK, TEMPLATES, template_of

BEIJING = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("day", "every", "period"),
    [
        (date(2026, 1, 1), Every.QUARTER, ("2026Q1", date(2026, 1, 1), date(2026, 4, 1))),
        (date(2025, 12, 31), Every.QUARTER, ("2025Q4", date(2025, 10, 1), date(2026, 1, 1))),
        (date(2026, 8, 15), Every.QUARTER, ("2026Q3", date(2026, 7, 1), date(2026, 10, 1))),
        (date(2026, 12, 3), Every.MONTH, ("2026-12", date(2026, 12, 1), date(2027, 1, 1))),
        (date(2028, 2, 29), Every.MONTH, ("2028-02", date(2028, 2, 1), date(2028, 3, 1))),
    ],
)
def test_every_day_lies_in_one_period(day, every, period):
    assert period_of(day, every) == period


def test_each_period_that_ended_is_owed_within_fifteen_days(neighbourhood):
    found = [each for each in owed(now=MONDAY, since=date(2020, 1, 1), back=2) if each.type == "finance"]
    assert [each.period for each in found] == ["2025Q4", "2025Q3"]
    assert found[0].due_at == datetime(2026, 1, 16, tzinfo=BEIJING)


def test_nothing_is_owed_for_a_time_before_it_began():
    assert {each.period for each in owed(now=MONDAY, since=date(2025, 12, 1), back=4)} == {"2025Q4"}
    assert owed(now=MONDAY, since=date(2026, 1, 1), back=4) == []


def disclosed(here, **more) -> NoticeLife:
    given = {"type": "finance", "period": "2025Q4", "title": "四季度财务公开", "places": (here.places["willow"].pk,)}
    return NoticeLife(here, **given | more)


def seen(here, at):
    rows = disclosures(area=here.places["willow"].path, now=at)
    return next(row for row in rows if (row.owed.type, row.owed.period) == ("finance", "2025Q4"))


def test_what_is_not_out_in_time_is_overdue_for_all_to_see_and_what_came_late_says_so(neighbourhood):
    assert seen(neighbourhood, MONDAY).overdue
    life = disclosed(neighbourhood).published()
    row = seen(neighbourhood, life.at)
    assert (row.number, row.late, row.overdue) == (life.matter.number, True, False)


def test_a_withdrawn_disclosure_is_owed_again_and_a_corrected_one_is_not(neighbourhood):
    life = disclosed(neighbourhood).withdrawn()
    assert seen(neighbourhood, life.at).overdue
    again = life.another(type="finance", period="2025Q4", places=(neighbourhood.places["willow"].pk,))
    again.corrected(type="finance", period="2025Q4", places=(neighbourhood.places["willow"].pk,))
    assert seen(neighbourhood, again.at).number == again.matter.number


def test_one_disclosure_for_the_whole_subdistrict_serves_each_community(neighbourhood):
    before = len(overdue(now=MONDAY))
    life = disclosed(neighbourhood, places=(neighbourhood.places["willow"].pk,)).published()
    assert len(overdue(now=life.at)) == before - 1


def test_a_disclosure_names_its_period_and_nothing_else_does(neighbourhood):
    life = NoticeLife(neighbourhood)
    with refused("哪个季度或月份"):
        life.another(type="finance")
    with refused("这里请不要填"):
        life.another(period="2025Q4")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.code)
def test_a_template_is_not_reviewed_while_a_blank_is_open(neighbourhood, template):
    words = {name: getattr(template, name) for name in ("title", "body", "claim", "verifier", "evidence")}
    period = {"period": "2025Q4"} if template.type in ("party", "committee", "finance") else {}
    life = NoticeLife(neighbourhood, type=template.type, **words, **period)
    assert template_of(template.code) is template
    with refused("还有没填的空"):
        life.in_review()
    filled = {name: text.replace(BLANK, "三") for name, text in words.items()}
    revised = life.drafted(type=template.type, **filled, **period).model_dump(exclude={"type"})
    assert life.does(drafting.Revise(**revised), life.writer).in_review().matter.state == "in_review"


def test_an_emergency_with_an_open_blank_does_not_come_out(neighbourhood):
    life = NoticeLife(neighbourhood, type="emergency", body=f"{BLANK}时起停气，请关阀。")
    with refused("还有没填的空"):
        life.does(reviewing.PublishNow(), life.writer)


def test_a_rebuttal_says_what_is_claimed_who_verified_it_and_how(neighbourhood):
    life = NoticeLife(neighbourhood)
    with refused("请三项都填"):
        life.another(type="rebuttal", claim="水有毒")
    with refused("只用于辟谣"):
        life.another(claim="水有毒")
    given = {"claim": "水有毒", "verifier": "区疾控中心", "evidence": "当日水样检测合格"}
    assert life.another(type="rebuttal", **given).published().notice.evidence == "当日水样检测合格"


def test_what_is_owed_says_its_period_and_its_last_day_in_words(neighbourhood):
    first = owed(now=MONDAY, since=date(2025, 1, 1), back=1)[0]
    assert first.last_day == date(2026, 1, 15)
    assert "2025年第4季度" in first.words.in_language("zh-hans")
    assert "quarter 4 of 2025" in first.words.in_language("en")
    assert period_words("2026-03").in_language("zh-hans") == "2026年3月"
