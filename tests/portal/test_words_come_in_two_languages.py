"""Every word of the residents' pages has its Chinese, and the catalogue holds none that nobody says."""

import re
from pathlib import Path

import polib
from django.utils.translation.template import templatize

import linli.portal

HERE = Path(linli.portal.__file__).parent
CATALOGUE = polib.pofile(str(HERE / "locale/zh_Hans/LC_MESSAGES/django.po"))
CALL = re.compile(r"""(?:gettext|ngettext|_)\(u?(?P<quote>['"])(?P<words>.+?)(?P=quote)\s*[,)]""")


def said():
    for path in sorted(HERE.rglob("templates/**/*.html")):
        if path.parent.name != "signin":  # the sign-in pages keep their own
            source = templatize(path.read_text(), origin=str(path))
            yield from (found["words"].replace("%%", "%") for found in CALL.finditer(source))


def test_everything_said_has_its_chinese():
    assert set(said()) - {entry.msgid for entry in CATALOGUE if entry.translated()} == set()


def test_nothing_is_translated_that_nobody_says():
    assert {entry.msgid for entry in CATALOGUE} - set(said()) == set()


def test_blanks_are_the_same_in_both_languages():
    for entry in CATALOGUE:
        chinese = entry.msgstr or entry.msgstr_plural[0]
        blanks = set(re.findall(r"%\(\w+\)s", entry.msgid))
        assert set(re.findall(r"%\(\w+\)s", chinese)) in (blanks, {"%(n)s"})
