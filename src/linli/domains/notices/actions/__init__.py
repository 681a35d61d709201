"""What can be done with notices. Everything else is a transition, performed by matters' engine."""

from linli.domains.notices.actions.correcting import correct
from linli.domains.notices.actions.drafting import begin
from linli.domains.notices.actions.replying import SaidBack, say_back

__all__ = ["SaidBack", "begin", "correct", "say_back"]
