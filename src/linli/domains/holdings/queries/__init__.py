"""What may be asked about homes and households."""

from linli.domains.holdings.queries.homes import HomeSeen, count_homes, homes_below, homes_of
from linli.domains.holdings.queries.households import (
    HouseholdSeen,
    MemberSeen,
    households_below,
    lives_below,
    living_below,
    residents_below,
)

__all__ = [
    "HomeSeen",
    "HouseholdSeen",
    "MemberSeen",
    "count_homes",
    "homes_below",
    "homes_of",
    "households_below",
    "lives_below",
    "living_below",
    "residents_below",
]
