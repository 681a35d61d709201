"""The words of a page of HTML, and nothing else of it: no script runs, no picture is fetched, no link is followed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

UNSAID = {"script", "style", "head", "title", "template", "noscript"}
BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr", "blockquote", "section"}
EMPTY = re.compile(r"\n{3,}")


def words_of(page: str) -> str:
    """The words, a line for each block; what is quoted begins with `>`, as in a mail without markup."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return EMPTY.sub("\n\n", "\n".join(line.rstrip() for line in reader.lines())).strip()


class _Reader(HTMLParser):
    """Gathers text outside of what is not said; keeps count of quotes, which may be left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._said: list[tuple[bool, str]] = []
        self._quotes = 0
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a line, a quote, or something unsaid."""
        if tag in BREAKS:
            self._said.append((self._quotes > 0, "\n"))
        self._quotes += tag == "blockquote"
        self._unsaid += tag in UNSAID

    def handle_endtag(self, tag: str) -> None:
        """Ends it again."""
        if tag in BREAKS:
            self._said.append((self._quotes > 0, "\n"))
        self._quotes -= tag == "blockquote" and self._quotes > 0
        self._unsaid -= tag in UNSAID and self._unsaid > 0

    def handle_data(self, data: str) -> None:
        """Words; line breaks in the page's own text mean no more than a blank."""
        if not self._unsaid:
            self._said.append((self._quotes > 0, re.sub(r"[ \t\r\n]+", " ", data)))

    def lines(self) -> list[str]:
        """What was gathered, line by line."""
        lines, line, quoted = [], "", False
        for quote, words in [*self._said, (False, "\n")]:
            if words == "\n":
                lines.append(f"> {line.strip()}" if quoted and line.strip() else line.strip())
                line, quoted = "", False
            else:
                line, quoted = line + words, quoted or quote
        return lines
