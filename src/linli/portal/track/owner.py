"""Who has it now, by name, and who keeps it to the end (首接负责)."""

from __future__ import annotations

from dataclasses import dataclass

from linli.design.shapes import Text
from linli.domains.matters.queries import Matter
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.queries import request_view
from linli.portal.disputes.beside import is_party


@dataclass(frozen=True, kw_only=True)
class Owner:
    """`name` is empty until somebody has signed for it; `keeper` is the first receiver, who stays responsible."""

    name: str
    unit: Text
    keeper: Text


def owner_of(matter: Matter) -> Owner:
    """Two statements for a request, none for a matter of another kind."""
    name = matter.holder.display_name if matter.holder else ""
    unit: Text = matter.holder_unit.words if matter.holder_unit else ""
    if is_party(matter) and matter.parent and matter.parent.holder_unit:
        return Owner(name="", unit=matter.parent.holder_unit.words, keeper="")
    if matter.kind != REQUEST.kind:
        return Owner(name=name, unit=unit, keeper="")
    view = request_view(matter)
    lead = view.lead if matter.closed_at is None else None
    keeper: Text = view.request.first_receiver.words if view.request.first_receiver else ""
    return Owner(name=name if lead else "", unit=lead.unit.words if lead else unit, keeper=keeper)
