"""The one real browser of a test process, and the clear line where a machine has none.

`chromium` is a fixture (registered in conftest). One process drives one Playwright: two would wait for each other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No Chromium on this machine: the browser journeys did not run. Debian and Ubuntu: apt install chromium"
PATIENCE = 30_000
"""Milliseconds that something may take to appear: a loaded machine is slow, not wrong."""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--force-color-profile=srgb"]
SWITCHES += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def where() -> str | None:
    """The path of this machine's Chromium."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium; skipped where there is none, failed where LINLI_REQUIRE_BROWSER=1 says there must be one."""
    path = where()
    if not path:
        (pytest.fail if os.environ.get("LINLI_REQUIRE_BROWSER") == "1" else pytest.skip)(MISSING)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright's loop runs in this thread
        opened = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield opened
        opened.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says it at the end too, where nobody can overlook it."""
    skipped = (report.longrepr for report in terminalreporter.stats.get("skipped", ()))
    if any(MISSING in str(reason) for reason in skipped):
        terminalreporter.write_line(MISSING, yellow=True)
