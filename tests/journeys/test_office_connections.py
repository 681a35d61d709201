"""The page of connections and the city's card, at both widths and in both languages."""

from __future__ import annotations

import pytest
from tests.domains.requests.hotline.conftest import city, connected, lived

from linli.domains.people.models import Account
from linli.domains.requests.hotline.models import Line, Progress, Push

__all__ = ["city", "connected"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [390, 1280])
def test_both_are_fit_to_be_seen(city, here, browse, look, settings, width, language):
    settings.HOTLINE_URL = "http://127.0.0.1:9"
    walk = lived(here, city(content="三号楼电梯坏了两天，老人上不去楼。" * 4)[1]).filed()
    Push.objects.update(progress=Progress.STUCK, attempts=8, error="code_999", done_at=walk.at)
    Line.objects.update(fetch_error="http_500", unread=["LH20260302-000999"])
    page = browse(Account.objects.get(pk=here.desk.account), width=width, language=language)
    for address in ("/office/connections/", f"/office/matters/{walk.matter.number}/"):
        page.goto(address)
        look(page)
