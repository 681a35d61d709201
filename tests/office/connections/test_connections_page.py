"""The page of connections, the city's card beside a matter, and trying again what is stuck."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.domains.requests.hotline.conftest import city, connected, lived

from linli.domains.requests.hotline.models import Line, Progress, Push

__all__ = ["city", "connected"]
PAGE = "/office/connections/"


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
