"""The page of connections, the city's card beside a matter, and trying again what is stuck."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from tests.domains.requests.hotline.conftest import city, connected, lived

from linli.domains.requests.figures import exporting
from linli.domains.requests.figures.models import Export
from linli.domains.requests.hotline.models import Line, Progress, Push

__all__ = ["city", "connected"]
PAGE = "/office/connections/"
DAYS = {"since": "2026-03-01", "until": "2026-03-31"}


@pytest.fixture
def stuck(city, here):
    """An order of the city that it does not let us sign for."""
    walk = lived(here, city()[1]).filed()
    Push.objects.update(progress=Progress.STUCK, attempts=8, error="code_999", done_at=walk.at)
    return walk


def read(client, address=PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_desk_sees_how_the_line_is_and_what_is_stuck(stuck, sign_in, settings):
    settings.HOTLINE_URL = "http://127.0.0.1:9"
    Line.objects.update(told_at=timezone.now(), fetch_error="http_500", unread=["LH-9"])
    page = read(sign_in("desk"))
    for words in (stuck.matter.number, "LH20260302-000123", "code_999", "http_500", "LH-9", "重新回传", "需要处理"):
        assert words in page


def test_trying_again_puts_it_back_in_line(stuck, sign_in):
    push = Push.objects.get()
    answer = sign_in("desk").post(f"{PAGE}pushes/{push.pk}/again/", follow=True)
    assert "一分钟内会重新回传" in answer.content.decode()
    push.refresh_from_db()
    assert (push.progress, push.attempts, push.error) == (Progress.WAITING, 0, "")
    assert push.due_at <= timezone.now()


def test_what_is_no_longer_stuck_is_refused(stuck, sign_in):
    push = Push.objects.get()
    Push.objects.update(progress=Progress.SENT)
    assert sign_in("desk").post(f"{PAGE}pushes/{push.pk}/again/").status_code == 404
    assert Push.objects.get().progress == Progress.SENT


def test_only_who_dispatches_may(stuck, sign_in):
    push = Push.objects.get()
    for name in ("verifier", "supervisor"):
        browser = sign_in(name)
        assert browser.get(PAGE).status_code == 403
        assert browser.post(f"{PAGE}pushes/{push.pk}/again/").status_code == 403
    assert sign_in("stranger").post(f"{PAGE}pushes/{push.pk}/again/").status_code == 404
    assert stuck.matter.number not in read(sign_in("stranger"))
    assert Push.objects.get().progress == Progress.STUCK


def test_the_matter_shows_the_citys_number_both_clocks_and_what_was_told(stuck, sign_in):
    page = read(sign_in("desk"), f"/office/matters/{stuck.matter.number}/")
    for words in ("LH20260302-000123", "12345 办结", "答复", "签收", "回传失败", "市民热线 12345"):
        assert words in page


def test_a_matter_of_another_door_asks_nothing_of_the_hotline(here, life, sign_in, queries):
    matter = life("filed").matter
    assert 'id="hotline"' not in read(sign_in("desk"), f"/office/matters/{matter.number}/")


def test_without_a_city_the_page_says_how_to_connect_one(here, sign_in, settings):
    settings.HOTLINE_SECRET = ""
    assert "没有接入市热线" in read(sign_in("desk"))


def test_a_line_that_is_well_says_so(city, here, sign_in):
    city(at=timezone.now() - timedelta(minutes=1))
    page = read(sign_in("desk"))
    assert "正常" in page
    assert "没有失败的回传" in page


def test_the_orders_of_a_period_come_as_a_workbook(stuck, life, sign_in):
    life("filed")
    answer = sign_in("desk").post(f"{PAGE}orders.xlsx", DAYS)
    header, line, _ = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert dict(zip(header, line, strict=True))["市热线工单号"] == "LH20260302-000123"
    assert Export.objects.get().asked["channel"] == "hotline"


def test_many_orders_lead_to_asking_for_leave_for_the_orders_alone(stuck, sign_in, monkeypatch):
    most = {"requests.export_alone": 0, "requests.export_rows": 5}
    book = SimpleNamespace(rule=lambda key, *, on: SimpleNamespace(value=most[key]))
    monkeypatch.setattr(exporting, "rulebook", lambda: book)
    answer = sign_in("desk").post(f"{PAGE}orders.xlsx", DAYS)
    assert answer.status_code == 302
    assert answer.url.startswith("/office/figures/leave/?")
    assert "channel=hotline" in answer.url
    assert not Export.objects.exists()


def test_days_that_cannot_be_are_refused_on_the_page(city, sign_in, refused):
    backwards = {"since": "2026-03-31", "until": "2026-03-01"}
    page = refused(sign_in("desk").post(f"{PAGE}orders.xlsx", backwards), 422, "结束要晚于开始")
    assert 'value="2026-03-31"' in page


def test_only_who_dispatches_takes_the_orders(stuck, sign_in):
    assert sign_in("verifier").post(f"{PAGE}orders.xlsx", DAYS).status_code == 403
    stranger = sign_in("stranger").post(f"{PAGE}orders.xlsx", DAYS)
    assert Export.objects.get().rows == 0
    assert len(list(load_workbook(BytesIO(stranger.content)).active)) == 2
