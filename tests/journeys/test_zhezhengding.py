"""Within 浙政钉: the script of the app is let in, is asked who holds the telephone, and the browser goes on."""

from __future__ import annotations

import pytest
from tests.office.signin.test_zhezhengding import APP, SCRIPT, there

__all__ = ["there"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGE = f"/office/sign-in/with/{APP}/inside/"


@pytest.fixture
def within(there, browse, live_server, settings):
    """Opens the page in an app whose script is this."""
    settings.BASE_URL = live_server.url.replace("127.0.0.1", "localhost")

    def opened(script, *, width=390, language="zh-CN"):
        page = browse(width=width, language=language)
        page.route(SCRIPT, lambda route: route.fulfill(body=script, content_type="text/javascript"))
        page.goto(PAGE)
        return page

    return opened


def test_the_browser_goes_on_with_the_code_it_was_given(there, within):
    there.inside["i1"] = "somebody"
    page = within("globalThis.dd = { getAuthCode: () => Promise.resolve({ code: 'i1' }) };")
    page.wait_for_url("**/office/sign-in/")
    assert "还没有绑定本系统账号" in page.content()
    assert there.asked == ["/gettoken.json", "/rpc/oauth2/dingtalk_app_user.json"]


@pytest.mark.parametrize(("width", "language"), [(390, "zh-CN"), (1280, "en-US")])
@pytest.mark.parametrize("script", ["", "globalThis.dd = { getAuthCode: () => Promise.reject('no') };"])
def test_an_app_that_says_nothing_leaves_the_password(within, look, script, width, language):
    page = within(script, width=width, language=language)
    page.locator("[data-failed]").wait_for()
    look(page)
    assert page.locator("a.button[href='/office/sign-in/']").count() == 1
