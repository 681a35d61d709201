"""How anything here says no: a sentence that says what to do, with the right HTTP status."""

from __future__ import annotations

from contextvars import ContextVar

from linli.kernel.words import Words


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Refused; nothing was changed. `code` is stable for machines, `sentence` is for the person."""

    status = 409
    code = "refused"

    def __init__(self, sentence: Words, *, code: str = "", status: int = 0) -> None:
        super().__init__(sentence.en)  # its blanks stay empty: what was typed does not belong in a log
        self.sentence = sentence
        self.code = code or self.code
        self.status = status or self.status


class NotFound(Refusal):
    """There is no such thing, or this reader may not know of it: both look the same from outside."""

    status = 404
    code = "not_found"


class NotAllowed(Refusal):
    """The person is known and the thing exists, but the act is not theirs to do."""

    status = 403
    code = "not_allowed"


class Invalid(Refusal):
    """What was given cannot be used; `fields` names what to mend."""

    status = 422
    code = "invalid"

    def __init__(self, sentence: Words, *, fields: dict[str, Words] | None = None) -> None:
        super().__init__(sentence)
        self.fields = fields or {}


class TooMany(Refusal):
    """Too often in too short a time; the sentence says when to come back, `again_in` in how many seconds."""

    status = 429
    code = "too_many"

    def __init__(self, sentence: Words, *, again_in: int) -> None:
        super().__init__(sentence)
        WAIT.set(again_in)


WAIT: ContextVar[int] = ContextVar("wait", default=0)
"""Seconds that the last TooMany of this request asks for: most pages show it inside a form, the door in a header."""
