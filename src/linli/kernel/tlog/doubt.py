"""How this room says no: a sentence in both languages about what is wrong with what was read."""

from __future__ import annotations


class Doubt(ValueError):  # noqa: N818 - a reason not to believe, not a fault of ours
    """Something about a log is not to be believed; `en` and `zh` say why (no Django here, so no `Words`)."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh


class Malformed(Doubt):
    """What was read is not of the format it should be: cut off, garbled, or something else altogether."""


class Untrue(Doubt):
    """What was read is well formed and does not hold: a signature, a hash or a proof is false."""


class Missing(Doubt):
    """Something that must be there, by a checkpoint, is not."""
