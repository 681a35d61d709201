"""All doors read one catalogue when they run: what one of them calls something, no other may call differently."""

from collections import defaultdict
from pathlib import Path

import polib

import linli

HERE = Path(linli.__path__[0])


def test_no_word_has_two_translations():
    chinese = defaultdict(dict)
    for path in sorted(HERE.rglob("zh_Hans/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            chinese[entry.msgid][str(path.relative_to(HERE))] = entry.msgstr or entry.msgstr_plural[0]
    torn = {words: said for words, said in chinese.items() if words and len(set(said.values())) > 1}
    assert torn == {}
