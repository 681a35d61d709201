"""What a request does when the import that brought it here is undone: a derived act, which nobody can press."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.parts import system
from linli.domains.requests.states import CLOSED, DISMISSED, NOT_ACCEPTED, OPEN, UNDONE, WITHDRAWN
from linli.kernel.lifecycle import Detail, StaffText, Tone, Transition
from linli.kernel.words import say


class UndoImport(Transition):
    """It was brought here by mistake: it leaves lists, search and figures, and stays on the record with its reason."""

    words = say("Undo the import", "撤销导入")
    source = (*OPEN, CLOSED, NOT_ACCEPTED, DISMISSED, WITHDRAWN)
    target = (UNDONE,)
    who = system
    derived = True
    tone = Tone.DONE

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Why", "撤销原因"), rows=2)]
