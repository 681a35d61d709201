"""Who has which part in a request: the predicates its tables read like prose."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.domains.matters.parts import anyone, holder, holds, opener, system
from linli.domains.people.actor import Actor
from linli.domains.requests import rights
from linli.kernel.lifecycle import Who
from linli.kernel.words import say

__all__ = [
    "anyone",
    "assignee",
    "caller",
    "desk",
    "dispatcher",
    "hiding_judge",
    "leader",
    "moderator",
    "opener",
    "reader",
    "supervisor",
    "system",
    "verifier",
    "whistle_judge",
    "whistler",
]


def _answered(actor: Actor, matter: Matter) -> bool:
    return actor.account is not None and str(actor.account) == matter.facts.get("answered_by")


def _of_the_answering_unit(actor: Actor, matter: Matter) -> bool:
    return matter.facts.get("lead_unit") in {str(unit) for unit in actor.organisations}


def _leads_the_unit(actor: Actor, matter: Matter) -> bool:
    return matter.holder_unit_id in actor.units(rights.LEAD.code)


def _hid(actor: Actor, matter: Matter) -> bool:
    return actor.account is not None and str(actor.account) == matter.facts.get("hidden_by")


answerer = Who(say("whoever answered", "答复人"), _answered)
handler = Who(say("the unit that answered", "承办单位"), _of_the_answering_unit)

hider = Who(say("whoever hid it", "隐藏它的人"), _hid)

desk = holds(rights.ACCEPT)
dispatcher = holds(rights.DISPATCH)
assignee = holder & holds(rights.HANDLE)
leader = holder & Who(say("whoever leads that unit", "该单位负责人"), _leads_the_unit)
verifier = holds(rights.VERIFY) & ~answerer
caller = holds(rights.CALL_BACK) & ~handler
reader = holds(rights.READ)
supervisor = holds(rights.SUPERVISE)
whistler = holds(rights.WHISTLE)
whistle_judge = (whistler | dispatcher) & ~holder
moderator = holds(rights.MODERATE)
hiding_judge = (moderator | supervisor) & ~hider
