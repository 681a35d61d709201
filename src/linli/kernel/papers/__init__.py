"""Papers: a document of plain data, typeset as a PDF that can be read, copied, printed and kept.

    pdf = typeset(Paper(title="…", parts=[Heading("…"), Facts([("…", "…")]), Paragraph("…")]), at=now)

Promises: text in is text out, nothing typed is ever markup; every sign is in the file, drawn with the font shipped here
whatever the machine has installed, and what the font lacks stands by its code; the same paper is the same bytes.
Files are PDF/A-2a (ISO 19005-2): tagged for screen readers, fit for archives.
"""

from linli.kernel.papers.parts import (
    Blank,
    Code,
    Facts,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Part,
    Signature,
    Signatures,
    Table,
    Ticks,
    Title,
)
from linli.kernel.papers.typesetting import typeset

__all__ = [
    "Blank",
    "Code",
    "Facts",
    "Heading",
    "NewPage",
    "Paper",
    "Paragraph",
    "Part",
    "Signature",
    "Signatures",
    "Table",
    "Ticks",
    "Title",
    "typeset",
]
