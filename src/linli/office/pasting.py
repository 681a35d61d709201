"""Text that is pasted or chosen as a file."""

from __future__ import annotations

from typing import Any

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

TOO_LARGE = say(
    "The file is larger than {most} kB. Check that it is the right one.", "文件超过 {most} KB，请核对是不是选错了。"
)


def text_in(file: Any, *, most: int) -> str:
    """The text of an uploaded file of at most `most` bytes, in UTF-8. Raises Invalid."""
    if file.size > most:
        sentence = TOO_LARGE.fill(most=most // 1000)
        raise Invalid(sentence, fields={"file": sentence})
    return str(file.read().decode("utf-8-sig", errors="replace"))
