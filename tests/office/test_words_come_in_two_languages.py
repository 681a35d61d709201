"""Every word of the office's pages has its Chinese, and no catalogue holds one that nobody says."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

import linli.design
import linli.office

HERE = Path(linli.office.__file__).parent
SHARED = polib.pofile(str(Path(linli.design.__file__).parent / "locale/zh_Hans/LC_MESSAGES/django.po"))
"""Words of the components, which stand in every door."""
CALL = re.compile(r"""(?:gettext|ngettext|_)\(u?(?P<quote>['"])(?P<words>.+?)(?P=quote)\s*[,)]""")
ROOMS = pytest.mark.parametrize("room", ["", "signin"], ids=["office", "sign-in"])


def catalogue(room: str) -> polib.POFile:
    """The words of the sign-in pages, or of all others."""
    return polib.pofile(str(HERE / room / "locale/zh_Hans/LC_MESSAGES/django.po"))


def said(room: str) -> Iterator[str]:
    """What the templates of a room say."""
    for path in sorted(HERE.rglob("templates/**/*.html")):
        if (path.parent.name == "signin") == bool(room):
            source = templatize(path.read_text(), origin=str(path))
            yield from (found["words"].replace("%%", "%") for found in CALL.finditer(source))


@ROOMS
def test_everything_said_has_its_chinese(room):
    known = {entry.msgid for entry in (*catalogue(room), *SHARED) if entry.translated()}
    assert set(said(room)) - known == set()


@ROOMS
def test_nothing_is_translated_that_nobody_says(room):
    assert {entry.msgid for entry in catalogue(room)} - set(said(room)) == set()


@ROOMS
def test_blanks_are_the_same_in_both_languages(room):
    for entry in catalogue(room):
        chinese = entry.msgstr or entry.msgstr_plural[0]
        blanks = set(re.findall(r"%\(\w+\)s", entry.msgid))
        assert set(re.findall(r"%\(\w+\)s", chinese)) in (blanks, {"%(n)s"})
