"""Rule values read into the values that compute: allowances and the calendar, each read once per process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from linli.kernel.workdays.allowance import Allowance
from linli.kernel.workdays.calendar import Calendar
from linli.kernel.workdays.schedule import Assumed, OfficeHours, YearSchedule

_KEPT = 8
_Values = tuple[tuple[tuple[int, Any], ...], Any, Any]
_CALENDARS: OrderedDict[tuple[Any, ...], tuple[_Values, Calendar]] = OrderedDict()


def allowance_of(rule_value: Mapping[str, Any]) -> Allowance:
    """The allowance a rule's value writes down. Raises Invalid."""
    return Allowance.parse(rule_value)


def calendar_from(
    schedules: Mapping[int, Mapping[str, Any]],
    office_hours: Mapping[str, Any],
    fixed_holidays: Mapping[str, Any],
) -> Calendar:
    """The calendar of these rule values; the same values give the same calendar, so it may be asked for each time.

    Give the values in force today, also for a clock that was started earlier: a schedule once published applies to it.
    """
    values: _Values = (tuple(sorted(schedules.items())), office_hours, fixed_holidays)
    # Rule values are frozen and live as long as the book; keeping them beside the calendar keeps their ids theirs.
    key = (*((year, id(value)) for year, value in values[0]), id(office_hours), id(fixed_holidays))
    kept = _CALENDARS.get(key)
    if kept is not None:
        return kept[1]
    calendar = Calendar(
        {year: YearSchedule.parse(value) for year, value in schedules.items()},
        OfficeHours.parse(office_hours),
        Assumed.parse(fixed_holidays),
    )
    _CALENDARS[key] = (values, calendar)
    while len(_CALENDARS) > _KEPT:
        _CALENDARS.popitem(last=False)
    return calendar
