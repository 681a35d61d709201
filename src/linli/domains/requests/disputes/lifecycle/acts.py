"""What all acts of a dispute have in common: none of them stands on the public record (confidential: Art. 23)."""

from __future__ import annotations

from typing import ClassVar

from linli.domains.requests.disputes.parts import system
from linli.kernel.lifecycle import Transition, Who


class Confidential(Transition):
    """An act of which the public learns nothing."""

    public: ClassVar[bool] = False


class Follows(Confidential):
    """An act that follows another and that nobody can press."""

    who: ClassVar[Who] = system
    derived: ClassVar[bool] = True
