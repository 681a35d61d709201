"""Many requests are taken away only after somebody else approved: once, and for a time."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.staffed import administration, here

from linli.domains.delivery.models import Message
from linli.domains.people.actor import Actor
from linli.domains.requests.figures import exporting
from linli.domains.requests.figures.approving import (
    Leave,
    ask_to_take,
    asked_of_auditors,
    decide,
    own_asks,
    take_granted,
)
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.exporting import NeedsApproval, take_requests
from linli.domains.requests.figures.models import Export, ExportAsk
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal

__all__ = ["administration", "here"]
PERIOD = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=30))
LATER = MONDAY + timedelta(hours=4)
WHY = "给街道开月度例会用，只在会上看"


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch):
    """One request comes alone, at most five in a file."""
    most = {"requests.export_alone": 1, "requests.export_rows": 5}
    book = SimpleNamespace(rule=lambda key, *, on: SimpleNamespace(value=most[key]))
    monkeypatch.setattr(exporting, "rulebook", lambda: book)


@pytest.fixture
def two(administration):
    """Two requests, and who asks for them."""
    return [Life(administration) for _ in range(2)]


@pytest.fixture
def asked(two, here):
    return ask_to_take(PERIOD, reason=WHY, by=here.desk, at=LATER)


def granted(ask, here, at=LATER):
    decide(ask, granted=True, why="", by=here.audit, at=at)
    return ask


def test_one_comes_at_once_and_two_need_approval(here):
    Life(here)
    assert take_requests(PERIOD, by=here.desk, at=LATER)
    Life(here)
    with pytest.raises(NeedsApproval, match="somebody else's approval"):
        take_requests(PERIOD, by=here.desk, at=LATER)
    assert Export.objects.count() == 1


def test_approved_it_comes_once(asked, here, two):
    granted(asked, here)
    sheet = load_workbook(BytesIO(take_granted(asked, by=here.desk, at=LATER))).active
    numbers = {row[0] for row in sheet.iter_rows(values_only=True)}
    assert numbers >= {each.matter.number for each in two}
    with pytest.raises(Refusal, match="taken already"):
        take_granted(asked, by=here.desk, at=LATER)
    assert Export.objects.get().rows == 2
    assert [each.stands for each in own_asks(by=here.desk, at=LATER)] == [Leave.TAKEN]


def test_not_approved_it_does_not_come_and_why_is_said(asked, here):
    with pytest.raises(Invalid):
        decide(asked, granted=False, why="", by=here.audit, at=LATER)
    decide(asked, granted=False, why="例会看统计数字就够", by=here.audit, at=LATER)
    with pytest.raises(Refusal):
        take_granted(asked, by=here.desk, at=LATER)
    (seen,) = own_asks(by=here.desk, at=LATER)
    assert (seen.stands, seen.ask.why) == (Leave.REFUSED, "例会看统计数字就够")
    assert not Export.objects.exists()


def test_who_asked_is_told_how_it_was_decided(asked, here):
    granted(asked, here)
    told = Message.objects.filter(template="export.granted", recipient=here.desk.account)
    assert told.count() == 1


def test_an_ask_lapses_and_so_does_an_approval(asked, here):
    much_later = LATER + timedelta(days=10)
    with pytest.raises(Refusal, match="is over"):
        granted(asked, here, at=much_later)
    granted(asked, here)
    with pytest.raises(Refusal, match="is over"):
        take_granted(asked, by=here.desk, at=much_later)
    assert [each.stands for each in own_asks(by=here.desk, at=much_later)] == [Leave.LAPSED]
    assert asked_of_auditors(by=here.audit, at=much_later) == []


def test_nobody_decides_on_their_own_ask(asked, here):
    ExportAsk.objects.update(by_account=here.audit.account)
    with pytest.raises(NotAllowed, match="Somebody else"):
        granted(asked, here)


@pytest.mark.parametrize("name", ["desk", "supervisor", "far_audit", "system", "security"])
def test_only_who_audits_the_whole_decides(asked, here, name):
    with pytest.raises(NotAllowed):
        decide(asked, granted=True, why="", by=getattr(here, name), at=LATER)
    assert ExportAsk.objects.get().outcome == ""


def test_it_is_decided_once(asked, here):
    granted(asked, here)
    with pytest.raises(Refusal, match="decided already"):
        decide(asked, granted=False, why="改主意了", by=here.audit, at=LATER)


@pytest.mark.parametrize("name", ["supervisor", "stranger", "audit"])
def test_nobody_takes_what_another_asked_for(asked, here, name):
    granted(asked, here)
    with pytest.raises(NotFound):
        take_granted(asked, by=getattr(here, name), at=LATER)


def test_what_came_after_the_ask_is_not_taken_with_it(asked, here, two):
    granted(asked, here)
    late = Life(here)
    late.matter.opened_at = LATER + timedelta(hours=1)
    late.matter.save(update_fields=["opened_at"])
    sheet = load_workbook(BytesIO(take_granted(asked, by=here.desk, at=LATER + timedelta(hours=2)))).active
    assert late.matter.number not in {row[0] for row in sheet.iter_rows(values_only=True)}


def test_more_than_was_approved_is_asked_for_anew(asked, here):
    granted(asked, here)
    Life(here)
    with pytest.raises(Refusal, match="more now"):
        take_granted(asked, by=here.desk, at=LATER)
    assert not Export.objects.exists()


def test_the_same_is_not_asked_for_twice(asked, here):
    with pytest.raises(Refusal, match="already"):
        ask_to_take(PERIOD, reason=WHY, by=here.desk, at=LATER + timedelta(minutes=5))
    assert ExportAsk.objects.count() == 1


def test_more_than_a_file_may_hold_is_not_even_asked_for(here):
    for _ in range(6):
        Life(here)
    with pytest.raises(Invalid, match="most that one file may hold"):
        ask_to_take(PERIOD, reason=WHY, by=here.desk, at=LATER)


@pytest.mark.parametrize("reason", ["", " ", "x", "长" * 201], ids=["empty", "blank", "one letter", "too long"])
def test_an_ask_says_what_for(two, here, reason):
    with pytest.raises(Invalid):
        ask_to_take(PERIOD, reason=reason, by=here.desk, at=LATER)


def test_a_number_in_the_reason_is_masked(two, here):
    ask_to_take(PERIOD, reason="发给13800001234看", by=here.desk, at=LATER)
    assert "13800001234" not in ExportAsk.objects.get().reason


def test_whoever_reads_no_requests_asks_for_none(two, here):
    with pytest.raises(NotAllowed):
        ask_to_take(PERIOD, reason=WHY, by=here.audit, at=LATER)
    with pytest.raises(NotAllowed):
        ask_to_take(PERIOD, reason=WHY, by=Actor(), at=LATER)
