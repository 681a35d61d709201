"""Every word of the sign-in pages, at both doors, has its Chinese, and no catalogue holds one that nobody says."""

import re
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

import linli

HOUSE = Path(linli.__file__).parent
CALL = re.compile(r"""(?:gettext|ngettext|_)\(u?(?P<quote>['"])(?P<words>.+?)(?P=quote)\s*[,)]""")


def said(door):
    for path in sorted((HOUSE / door / "templates" / door / "signin").glob("*.html")):
        source = templatize(path.read_text(), origin=str(path))
        yield from (found["words"].replace("%%", "%") for found in CALL.finditer(source))


def catalogue(door):
    return polib.pofile(str(HOUSE / door / "signin/locale/zh_Hans/LC_MESSAGES/django.po"))


@pytest.mark.parametrize("door", ["portal", "office"])
def test_catalogue_and_templates_hold_the_same_words(door):
    known = {entry.msgid for entry in catalogue(door) if entry.translated()}
    assert set(said(door)) == known


@pytest.mark.parametrize("door", ["portal", "office"])
def test_blanks_are_the_same_in_both_languages(door):
    blanks = re.compile(r"%\(\w+\)s")
    for entry in catalogue(door):
        assert set(blanks.findall(entry.msgid)) == set(blanks.findall(entry.msgstr))
