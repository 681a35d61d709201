"""How a household was reached, from the weakest to the strongest: the strongest is what counts."""

from __future__ import annotations

from enum import IntEnum

from linli.kernel.words import Words, say


class Kind(IntEnum):
    """What a receipt says; the number is its strength and stands in the tables, so none is ever reused.

    Sent is none of them: a gateway that took a message has delivered nothing yet.
    """

    DELIVERED = 1
    READ = 2
    TOLD = 3
    READ_FOR = 4
    CONFIRMED = 5
    SIGNED = 6

    @property
    def words(self) -> Words:
        """As people read it."""
        return WORDS[self]

    @property
    def code(self) -> str:
        """As forms, interfaces and the columns that count it write it."""
        return self.name.lower()


WORDS = {
    Kind.DELIVERED: say("Arrived on their phone", "已送达手机"),
    Kind.READ: say("Read it", "已读"),
    Kind.TOLD: say("Told in person", "当面告知"),
    Kind.READ_FOR: say("Read aloud to, as they wished", "征得同意代读"),
    Kind.CONFIRMED: say("Confirmed that they know", "本人确认知晓"),
    Kind.SIGNED: say("Signed on paper", "纸质签收"),
}
AT_THE_DOOR = (Kind.TOLD, Kind.READ_FOR, Kind.SIGNED)
"""What whoever goes from door to door may tick."""
