"""A building leader files for someone who lives in their building."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.holdings.models import HouseholdMember
from linli.domains.holdings.refusals import not_of_this_household
from linli.domains.people.actions import authorise
from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR, require
from linli.domains.people.vocabulary import ActingBasis


@transaction.atomic
def act_as_building_leader(
    *, household: UUID, person: UUID, until: datetime | None = None, by: Actor, at: datetime
) -> UUID:
    """Records that a member of a confirmed household asked the leader of their building to file a request for them.

    Answers the authorisation, to be used with `people.queries.acting_for`.
    """
    lives_there = HouseholdMember.objects.filter(
        household=household, person=person, until=None, household__until=None, household__confirmed_at__isnull=False
    )
    path = lives_there.values_list("household__home__place__path", flat=True).first()
    if path is None:
        raise not_of_this_household()
    require(by, ACT_FOR, at_place=path)
    return authorise(
        principal=person,
        basis=ActingBasis.BUILDING_LEADER,
        scope=["request"],
        agent_account=by.account,
        until=until,
        by=by,
        at=at,
    )
