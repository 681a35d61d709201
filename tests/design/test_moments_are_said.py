"""Moments as people say them, in both languages, with the exact time behind."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

from linli.design.said import exact, moment

BEIJING = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=BEIJING)  # a Wednesday


@pytest.mark.parametrize(
    ("at", "chinese", "english"),
    [
        ((2026, 11, 25, 9, 5), "今天 09:05", "today 09:05"),
        ((2026, 11, 24, 23, 59), "昨天 23:59", "yesterday 23:59"),
        ((2026, 11, 26, 0, 0), "明天 00:00", "tomorrow 00:00"),
        ((2026, 11, 27, 10, 0), "周五 10:00", "Fri 10:00"),
        ((2026, 11, 23, 10, 0), "周一 10:00", "Mon 10:00"),
        ((2026, 12, 1, 10, 0), "下周二 10:00", "next Tue 10:00"),
        ((2026, 11, 16, 10, 0), "11月16日 10:00", "16 Nov 10:00"),
        ((2027, 1, 4, 10, 0), "2027年1月4日 10:00", "4 Jan 2027 10:00"),
        ((2024, 3, 2, 10, 0), "2024年3月2日", "2 Mar 2024"),
    ],
)
def test_near_moments_by_day_and_far_ones_by_date(at, chinese, english):
    words = moment(datetime(*at, tzinfo=BEIJING), now=NOW)
    assert (words.in_language("zh-hans"), words.in_language("en")) == (chinese, english)


def test_a_moment_given_in_another_zone_is_said_in_ours():
    assert moment(datetime(2026, 11, 25, 20, 0, tzinfo=ZoneInfo("UTC")), now=NOW).in_language("zh") == "明天 04:00"


def test_the_exact_time_stands_behind_what_is_said():
    at = datetime(2026, 11, 27, 10, 0, tzinfo=BEIJING)
    shown = Template("{% load linli %}{% when at now=now %}").render(Context({"at": at, "now": NOW}))
    assert shown == f'<time datetime="2026-11-27T10:00:00+08:00" title="{exact(at)}">周五 10:00</time>'
    assert str(exact(at)) == "2026年11月27日 周五 10:00"


def test_a_day_is_said_without_an_hour():
    shown = Template("{% load linli %}{% day when now=now %}").render(Context({"when": date(2026, 10, 15), "now": NOW}))
    assert shown == '<time datetime="2026-10-15">10月15日</time>'
