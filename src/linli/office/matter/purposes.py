"""What staff may open personal data for on a matter's page."""

from __future__ import annotations

from django.http import QueryDict

from linli.kernel.refusal import Invalid
from linli.kernel.vault import Purpose
from linli.kernel.words import say

PURPOSES = (Purpose.RESOLVE, Purpose.CONTACT, Purpose.CALL_BACK, Purpose.MEDIATE, Purpose.SUPERVISE, Purpose.RESCUE)


def read_purpose(given: QueryDict) -> Purpose:
    """The purpose that was chosen; nothing opens without one."""
    chosen = next((purpose for purpose in PURPOSES if purpose.value == given.get("purpose")), None)
    if chosen is None:
        sentence = say("Say what you need it for, then open it.", "请先选择用途，再查看。")
        raise Invalid(sentence, fields={"purpose": sentence})
    return chosen
