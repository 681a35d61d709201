"""What can be done with disputes beside the acts of their tables."""

from linli.domains.requests.disputes.actions.applying import Application, apply, apply_for
from linli.domains.requests.disputes.actions.contacting import open_party
from linli.domains.requests.disputes.actions.printing import (
    print_agreement,
    print_agreement_in_office,
    print_file,
)

__all__ = [
    "Application",
    "apply",
    "apply_for",
    "open_party",
    "print_agreement",
    "print_agreement_in_office",
    "print_file",
]
