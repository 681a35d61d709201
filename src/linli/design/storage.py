"""How static files are laid out for serving: hashed names, compressed, the style sheet's small files in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.storage import Storage
from whitenoise.storage import (  # type: ignore[import-untyped]  # whitenoise ships no types
    CompressedManifestStaticFilesStorage,
)

SHEET = "design/css/linli.css"
IMPORT = re.compile(r'@import "([^"]+)" layer\((\w+)\);')


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # as its base is untyped
    """Puts each file that linli.css imports in the import's place, so a phone asks once, then hashes and compresses."""

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[tuple[str, str, bool]]:
        """Inline first; the rest is Django's and whitenoise's."""
        if SHEET in paths and not options.get("dry_run"):
            self._inline(*paths[SHEET])
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, *args, **options)

    def _inline(self, source: Storage, name: str) -> None:
        """From the sheet as it was written: what lies here may be joined already, of files older than these."""
        sheet = Path(self.path(SHEET))
        with source.open(name) as written:
            text = written.read().decode("utf-8")
        joined = IMPORT.sub(lambda found: _layer(sheet.parent / found[1], found[2]), text)
        sheet.write_text(joined, "utf-8")


def _layer(file: Path, name: str) -> str:
    return f"@layer {name} {{\n{file.read_text('utf-8')}}}"
