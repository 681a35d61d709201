"""What can be done with disputes beside the acts of their tables."""

from linli.domains.requests.disputes.actions.applying import Application, apply

__all__ = ["Application", "apply"]
