"""One running demo for every journey through the whole house, and visitors who come to it with a browser."""

from __future__ import annotations

import pytest
from tests.journeys.tour.serving import served as serving
from tests.journeys.tour.walking import Walk


def pytest_collection_modifyitems(items):
    """One worker walks them all: they share the demo."""
    for item in items:
        if "journeys/tour" in str(item.path):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group("tour"))


@pytest.fixture(scope="session")
def served(chromium):
    """The demo, started when the first journey needs it; not at all where there is no browser."""
    with serving() as house:
        yield house


@pytest.fixture
def visit(served, chromium, look):
    """Someone comes with a browser: `visit(width=390, language="en-US")`."""
    contexts = []

    def visiting(*, width=390, height=844, language="zh-CN"):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            base_url=served.url,
            device_scale_factor=1,
        )
        context.set_default_timeout(60_000)  # a loaded machine is slow, not wrong
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return Walk(page, look=look, served=served)

    yield visiting
    for context in contexts:
        context.close()
