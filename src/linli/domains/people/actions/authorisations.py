"""Letting someone act on one's behalf, and ending that."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account, Authorisation, Person
from linli.domains.people.refusals import invalid, no_such
from linli.domains.people.rights import ACT_FOR, FIND, require_anywhere
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

ON_PAPER = (ActingBasis.PROXY, ActingBasis.GUARDIAN)


@transaction.atomic
def authorise(
    *,
    principal: UUID,
    basis: ActingBasis,
    scope: Collection[str],
    agent_account: UUID | None = None,
    agent_person: UUID | None = None,
    evidence: UUID | None = None,
    until: datetime | None = None,
    by: Actor,
    at: datetime,
) -> UUID:
    """Records that the principal lets the agent act for them in matters of the kinds in `scope`.

    A person gives a proxy themselves. The desk records what it was asked for: for itself by phone or as building
    leader, for another on paper, whose picture is the evidence.
    """
    _require_may_record(principal, basis, agent_account, evidence, by)
    _require_agents(principal, agent_account, agent_person)
    if not scope:
        raise invalid("scope", say("Say what the authorisation covers.", "请选择委托的事项范围。"))
    if until is not None and until <= at:
        raise invalid("until", say("An authorisation must end later than now.", "委托结束时间须晚于现在。"))
    return Authorisation.objects.create(
        principal_id=principal,
        agent_account_id=agent_account,
        agent_person_id=agent_person,
        basis=basis.value,
        scope=sorted(set(scope)),
        recorded_by_id=by.account,
        evidence=evidence,
        since=at,
        until=until,
    ).pk


@transaction.atomic
def withdraw_authorisation(*, authorisation: UUID, by: Actor, at: datetime, looked_up: UUID | None = None) -> None:
    """Ends an authorisation at once: the principal any time, the agent who no longer wants it, the desk when asked.

    `looked_up` is the resident whom the desk has just found by number.
    """
    found = Authorisation.objects.select_for_update(no_key=True).filter(pk=authorisation, withdrawn_at=None).first()
    if found is None:
        raise no_such(say("authorisation in force", "有效委托"))
    parties = {found.principal_id, found.agent_person_id} - {None}
    if by.person not in parties and (by.account is None or by.account != found.agent_account_id):
        require_desk(found, by, looked_up=looked_up)
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])


def require_desk(found: Authorisation, by: Actor, *, looked_up: UUID | None) -> None:
    """Refuses all but those at the desk who recorded it, or have looked its principal up; for others it is not there.

    A right to look people up is not enough: whoever knows an authorisation's identifier must know its resident too.
    """
    require_anywhere(by, ACT_FOR)
    before_them = looked_up == found.principal_id and FIND.code in by.rights
    if not by.system and found.recorded_by_id != by.account and not before_them:
        raise no_such(say("authorisation", "委托"))


def _require_may_record(
    principal: UUID, basis: ActingBasis, agent_account: UUID | None, evidence: UUID | None, by: Actor
) -> None:
    if by.person == principal and basis is ActingBasis.PROXY:
        return
    require_anywhere(by, ACT_FOR)
    if by.system:
        return
    if basis not in ON_PAPER and agent_account != by.account:
        raise NotAllowed(
            say(
                "What was asked of you by phone or at the door, only you can act on. Name yourself as the agent.",
                "电话或上门受托的事项只能由受托人本人办理，请把代办人登记为自己。",
            )
        )
    if basis in ON_PAPER and evidence is None:
        sentence = say(
            "Attach a picture of the signed proxy or the guardian's paper.", "请附上签字的委托书或监护证明的照片。"
        )
        raise invalid("evidence", sentence)


def _require_agents(principal: UUID, account: UUID | None, person: UUID | None) -> None:
    if (account is None) == (person is None):
        raise invalid("agent", say("Name exactly one person who will act.", "请指定一位代办人。"))
    own = Account.objects.filter(Q(pk=account) | Q(person=person), person=principal)
    if person == principal or own.exists():
        raise invalid("agent", say("Nobody needs an authorisation to act for themselves.", "为自己办事不需要委托。"))
    if not Person.objects.filter(pk=principal, erased_at=None).exists():
        raise no_such(say("person", "人员"))
    if account and not Account.objects.filter(pk=account, is_active=True).exists():
        raise no_such(say("account in use", "在用账号"))
    if person and not Person.objects.filter(pk=person, erased_at=None).exists():
        raise no_such(say("person", "人员"))
