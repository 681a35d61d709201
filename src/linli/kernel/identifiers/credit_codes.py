"""Unified social credit codes of bodies (GB 32100-2015)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from linli.kernel.identifiers.faults import Fault
from linli.kernel.identifiers.writing import is_rounded, tight

_SIGNS = re.compile(r"[0-9A-HJ-NPQRTUWXY]+")
LENGTH = 18


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code in capitals."""

    number: str

    @property
    def registrar(self) -> str:
        """The letter of whoever registered it: 5 civil affairs, 9 market supervision, 1 public bodies and so on."""
        return self.number[0]


def read_credit_code(text: str) -> CreditCode | Fault:
    """The code written there, or why it cannot be one. I, O, S, V and Z never stand in one."""
    if is_rounded(text):
        return Fault.ROUNDED
    written = tight(text)
    if not _SIGNS.fullmatch(written):
        return Fault.SIGNS
    if len(written) != LENGTH:
        return Fault.LENGTH
    try:
        return CreditCode(uscc.validate(written))
    except InvalidChecksum:
        return Fault.CHECK
    except ValidationError:
        return Fault.SIGNS
