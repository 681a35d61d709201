"""What can be done with requests. Everything else is a transition, performed by matters' engine."""

from linli.domains.requests.actions.contacting import Contact, open_contact
from linli.domains.requests.actions.linking import link_same
from linli.domains.requests.actions.recognising import Caller, recognise
from linli.domains.requests.actions.report import Reported, Reporter, report

__all__ = ["Caller", "Contact", "Reported", "Reporter", "link_same", "open_contact", "recognise", "report"]
