"""The words of a page of HTML, and nothing else of it: no script runs, no picture is fetched, no link is followed.

Read in one pass of our own: the standard library's parser takes hours for a page made to keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

MARK = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}>|<[!?][^<>]{0,2000}>")
"""What begins with `<` and ends before the next one: no character is looked at twice."""
UNSAID = ("script", "style", "title", "template", "noscript")
BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr", "blockquote", "section"}
QUOTE = "blockquote"
EMPTY = re.compile(r"\n{3,}")
BLANKS = re.compile(r"[ \t\r\n\xa0]+")


def words_of(page: str) -> str:
    """The words, a line for each block; what is quoted begins with `>`, as in a mail without markup."""
    lines, line, quotes = [""], "", 0
    for tag, ends, words in _pieces(page):
        line += BLANKS.sub(" ", _unescaped(words))
        if tag in BREAKS:
            lines.append(_line(line, quoted=quotes > 0))
            line = ""
        if tag == QUOTE:
            quotes = max(0, quotes - 1) if ends else quotes + 1
    lines.append(_line(line, quoted=quotes > 0))
    return EMPTY.sub("\n\n", "\n".join(lines)).strip()


def _pieces(page: str) -> Iterator[tuple[str, bool, str]]:
    """Each mark with the words before it: its name, whether it ends something; the last one has no name."""
    at, lower = 0, page.lower()
    while found := MARK.search(page, at):
        tag = (found[2] or "").lower()
        yield tag, found[1] == "/", page[at : found.start()]
        at = _after(lower, found.end(), "-->" if found[0] == "<!--" else "")
        if tag in UNSAID and not found[1]:
            at = _after(lower, found.end(), f"</{tag}>")
    yield "", False, page[at:]


def _after(page: str, at: int, end: str) -> int:
    """Where what stands from `at` ends; what is never ended goes on to the page's end."""
    if not end:
        return at
    found = page.find(end, at)
    return len(page) if found < 0 else found + len(end)


def _unescaped(words: str) -> str:
    try:
        return unescape(words)
    except ValueError:  # a number too long to be a letter's
        return words


def _line(words: str, *, quoted: bool) -> str:
    said = words.strip()
    return f"> {said}" if quoted and said else said
