"""Compiles every hand-kept `django.po` beside it into the `.mo` that is read at run time."""

from pathlib import Path

import polib

for source in sorted(Path(__file__).parents[1].glob("src/linli/**/LC_MESSAGES/*.po")):
    compiled = source.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        polib.pofile(str(source)).save_as_mofile(str(compiled))
