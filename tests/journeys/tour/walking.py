"""Does what a reader of the tour does, by the words alone: no selector, no address that is not written there."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect
from tests.journeys.tour.reading import Move
from tests.journeys.tour.serving import Served

AS_PRINTED = {"as printed", "启动时打印的密码"}
YOUR_CODE = {"your tracking code", "你的查询码"}
SECOND = "/office/sign-in/second/"
USERNAME = {"Username", "账号"}
UNSETTLED = ".htmx-request, .htmx-swapping, .htmx-settling"
CHOOSES = "it => it.matches('select, fieldset, [role=group]')"


class Walk:
    """A page, the field its visitor is at, and what they remember."""

    def __init__(self, page: Page, *, look: Any, served: Served) -> None:
        self.page, self.look = page, look
        self.passwords, self.signed_in = served.passwords, served.signed_in
        self.at: Locator | None = None
        self.asked, self.username, self.code = "", "", ""
        self.pictures: list[bytes] = []
        self.seen: set[str] = set()

    def does(self, move: Move) -> None:
        """One move of the tour."""
        getattr(self, move.kind)(move.words)

    def open(self, path: str) -> None:
        """Goes to an address."""
        self.page.goto(path)
        self._arrived()

    def press(self, words: str) -> None:
        """Presses what is called so; at a field of choices, chooses it."""
        at, self.at = self.at, None
        if at is not None and at.evaluate(CHOOSES):
            _choose(at, words)
        else:
            if SECOND in self.page.url:
                self._waits_for_a_new_code()
            self._named(words).click()
            self._arrived()

    def field(self, words: str) -> None:
        """Goes to a field: the next move types into it or chooses in it."""
        starts = re.compile(f"^{re.escape(words)}")
        found = self.page.get_by_label(words, exact=True)
        for role in ("group", "combobox", "textbox"):
            found = found.or_(self.page.get_by_role(role, name=starts))
        self.at, self.asked = found.filter(visible=True).first, words
        expect(self.at).to_be_visible()

    def type(self, words: str) -> None:
        """Types into the field."""
        assert self.at is not None, f"No field was named before “{words}”."
        if self.asked in USERNAME:
            self.username = words
        self.at.fill(self._meant(words))
        self.at = None

    def read(self, words: str) -> None:
        """Sees these words."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def picture(self, _words: str = "") -> None:
        """Takes a picture of what is on the screen."""
        self.page.mouse.move(0, 0)
        self.page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
        self.pictures.append(self.page.screenshot())

    def _named(self, words: str) -> Locator:
        """What a person would press: exactly so named before what begins so, before what has it in its name."""
        anywhere = self._pressable(re.compile(re.escape(words)))
        expect(anywhere.first).to_be_visible()
        for name in (re.compile(f"^{re.escape(words)}$"), re.compile(f"^{re.escape(words)}")):
            closer = self._pressable(name)
            if closer.count():
                return closer.first
        return anywhere.first

    def _pressable(self, name: re.Pattern[str]) -> Locator:
        button, *others = (self.page.get_by_role(role, name=name) for role in ("button", "link", "checkbox"))
        for other in others:
            button = button.or_(other)
        return button.filter(visible=True)

    def _waits_for_a_new_code(self) -> None:
        """A one-time code works once: whoever comes back within its half minute waits for the next."""
        while self.signed_in.get(self.username) == int(time.time()) // 30:
            time.sleep(0.5)
        self.signed_in[self.username] = int(time.time()) // 30
        self.page.goto(self.page.url)

    def _meant(self, words: str) -> str:
        if words in AS_PRINTED:
            return self.passwords[self.username]
        return self.code if words in YOUR_CODE else words

    def _arrived(self) -> None:
        """The page has come and is fit to be seen (each kind is looked at once); what it says to write down is kept."""
        self.page.wait_for_load_state("load")
        expect(self.page.locator(UNSETTLED)).to_have_count(0)
        kind = re.sub(r"\d+", "", urlsplit(self.page.url).path)
        if kind not in self.seen:
            self.seen.add(kind)
            self.look(self.page)
        shown = self.page.locator(".code-words")
        if shown.count():
            self.code = shown.inner_text()


def _choose(at: Locator, words: str) -> None:
    if at.evaluate("it => it.matches('select')"):
        at.select_option(label=words)
    else:
        at.get_by_label(words, exact=True).check()
