"""Proving one's own words to others: salt, words and the proof of the entry that committed to them, in one file.

To copy and move one's own data is a right (PIPL Art. 45), and so is having it forgotten (Art. 47): erasing the salt, as
`forgetting` does, leaves every entry and number of the record as it was and takes this proof away for good.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.models import Text
from linli.domains.matters.opening_texts import is_own, not_open, open_text
from linli.domains.people.actor import Actor
from linli.kernel.auditing import Opening
from linli.kernel.record import opens, proof_of, salt_of
from linli.kernel.refusal import Refusal
from linli.kernel.vault import Purpose
from linli.kernel.words import say


def prove_text(text: UUID, *, by: Actor, at: datetime) -> bytes:
    """The opening file of a text, for the person whose matter it is and nobody else; opened and logged like any other.

    Whoever is given the file can read the words and prove them: to ask for it is to consent to that.
    """
    row = Text.objects.select_related("matter", "matter__parent", "event").filter(pk=text).first()
    if row is None or not is_own(row.matter, by):
        raise unknown() if row is None else not_open()
    words = open_text(text, by=by, purpose=Purpose.OWN_PROOF, at=at)
    entry = row.event.entry if row.event else None
    salt = salt_of(entry, row.field) if entry else None
    if entry is None or salt is None or not opens(entry, row.field, words):
        raise Unprovable()
    return bytes(Opening(row.field, salt, words, proof_of(entry)))


class Unprovable(Refusal):
    """Nothing in the record stands for these words, or no longer."""

    status = 409
    code = "unprovable"

    def __init__(self) -> None:
        super().__init__(
            say(
                "Nothing in the public record stands for these words, or it was erased at the person's request: they "
                "cannot be proven.",
                "公开记录中没有对应这段文字的承诺，或已按本人要求删除：无法证明。",
            )
        )
