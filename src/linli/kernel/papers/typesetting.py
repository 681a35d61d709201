"""Typesets a paper by Typst: the layout is ours and fixed, the paper is given to it as data."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from linli.kernel.papers.glyphs import FONT, drawable
from linli.kernel.papers.parts import Code, Paper, Part
from linli.kernel.words import say

if TYPE_CHECKING:
    from typst import Compiler, Fonts

LAYOUT = Path(__file__).parent / "paper.typ"
STANDARD: Final = "a-2a"
PAGES = say("Page {page} of {pages}", "第 {page} 页，共 {pages} 页")
CODE = say("The address to open, as a QR code", "网址二维码")


class TypesettingError(RuntimeError):
    """A fault of the layout or of this installation, never of what was typed."""


def typeset(paper: Paper, *, at: datetime) -> bytes:
    """The paper as a PDF, made at `at`; some 20 ms for one of a few pages."""
    import typst  # noqa: PLC0415 - 81 MB on disk that only who asks for a paper loads

    try:
        pdf, warnings = _compiler(paper).compile_with_warnings(
            format="pdf", pdf_standards=STANDARD, timestamp=int(at.timestamp())
        )
    except typst.TypstError:
        raise TypesettingError("this paper cannot be laid out") from None  # the cause repeats words of the paper
    if warnings or not isinstance(pdf, bytes):  # a font that is not found is no more than a warning, on blank pages
        raise TypesettingError("the layout or its font is damaged: install Linli again")
    return pdf


def _compiler(paper: Paper) -> Compiler:
    """The layout with this paper's data."""
    import typst  # noqa: PLC0415 - as above

    return typst.Compiler(
        input=LAYOUT.read_bytes(),
        root=LAYOUT.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_data(paper))},
    )


@lru_cache(maxsize=1)
def _fonts() -> Fonts:
    """The shipped font and no other."""
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT.parent])


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "title": drawable(paper.title),
        "language": paper.language,
        "region": "CN" if paper.language == "zh" else "GB",
        "footer": drawable(paper.footer),
        "pages": PAGES.fill(page="{page}", pages="{pages}").in_language(paper.language),
        "code": _code(paper.link) if paper.link else "",
        "code_words": CODE.in_language(paper.language),
        "leaves": paper.leaves,
        "parts": [_part(part) for part in paper.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    code = {"code": _code(part.link)} if isinstance(part, Code) else {}
    return {"part": type(part).__name__, **_drawable(asdict(part)), **code}


def _drawable(value: Any) -> Any:
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, Mapping):
        return {name: _drawable(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(each) for each in value]
    return value


def _code(link: str) -> str:
    """The link as a QR code, drawn in SVG; level M still reads with 15 % of it lost."""
    import segno  # noqa: PLC0415 - loaded with the first code that is drawn

    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", xmldecl=False, border=0)
    return drawn.getvalue().decode()
