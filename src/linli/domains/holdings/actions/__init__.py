"""What may be done about homes and households."""

from linli.domains.holdings.actions.acting import act_as_building_leader
from linli.domains.holdings.actions.homes import NewHome, describe_home, register_homes
from linli.domains.holdings.actions.households import (
    NewHousehold,
    add_member,
    confirm_household,
    declare_home,
    dissolve_household,
    form_households,
    remove_member,
)

__all__ = [
    "NewHome",
    "NewHousehold",
    "act_as_building_leader",
    "add_member",
    "confirm_household",
    "declare_home",
    "describe_home",
    "dissolve_household",
    "form_households",
    "register_homes",
    "remove_member",
]
