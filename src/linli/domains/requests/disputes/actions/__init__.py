"""What can be done with disputes beside the acts of their tables."""

from linli.domains.requests.disputes.actions.applying import Application, apply
from linli.domains.requests.disputes.actions.contacting import open_party
from linli.domains.requests.disputes.actions.printing import print_agreement, print_file

__all__ = ["Application", "apply", "open_party", "print_agreement", "print_file"]
