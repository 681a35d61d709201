"""Numbers that people and bodies are known by: read as they are written in sheets, checked, brought to one form.

Promises: reading never raises and never guesses. What cannot be right comes back as a Fault that says what to look at;
a number that was merely written another way (full-width, spaced, 15 digits) comes back in today's form.
"""

from linli.kernel.identifiers.credit_codes import CreditCode, read_credit_code
from linli.kernel.identifiers.faults import Fault
from linli.kernel.identifiers.phones import Phone, PhoneKind, read_phone
from linli.kernel.identifiers.residents import ResidentId, Sex, read_resident_id

__all__ = [
    "CreditCode",
    "Fault",
    "Phone",
    "PhoneKind",
    "ResidentId",
    "Sex",
    "read_credit_code",
    "read_phone",
    "read_resident_id",
]
