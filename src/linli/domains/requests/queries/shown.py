"""A request as its page shows it: the matter, its own row, its assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linli.domains.matters.models import Matter
from linli.domains.requests.hiding_states import APPEALED
from linli.domains.requests.lifecycle import EXCLUSION, REPORT_IN, WHISTLE
from linli.domains.requests.models import Assignment, Request
from linli.domains.requests.queries.hidden import hiding_of
from linli.domains.requests.states import EXCLUSION_ASKED
from linli.kernel.refusal import NotFound
from linli.kernel.words import say


@dataclass(frozen=True)
class RequestView:
    """What a page needs beyond the matter."""

    matter: Matter
    request: Request
    assignments: Sequence[Assignment]
    exclusions: Sequence[Matter]
    whistled: Sequence[Matter]
    appealed: Sequence[Matter]

    @property
    def lead(self) -> Assignment | None:
        """The assignment of the unit that answers, in the latest round."""
        return next((each for each in self.assignments if each.pk == self.request.lead_id), None)


def request_view(matter: Matter) -> RequestView:
    """The request behind a matter already read by right.

    Two statements, and one more each while an exclusion or an appeal waits or a whistle runs.
    """
    request = Request.objects.select_related("first_receiver").get(pk=matter.pk)
    assignments = (
        Assignment.objects.filter(request=request)
        .select_related("matter", "matter__holder", "unit")
        .order_by("round", "-is_lead", "pk")
    )
    return RequestView(matter, request, list(assignments), _exclusions(matter), _whistled(matter), _appealed(matter))


def _exclusions(matter: Matter) -> Sequence[Matter]:
    """Those not yet decided; the request's own fact tells whether to look."""
    if matter.facts.get("exclusion") != EXCLUSION_ASKED.code:
        return []
    return list(Matter.objects.filter(parent=matter, kind=EXCLUSION.kind, closed_at=None).select_related("parent"))


def _whistled(matter: Matter) -> Sequence[Matter]:
    """A whistle and those it called, as long as it is not over; departments in the order they were called."""
    if "whistle" not in matter.facts:
        return []
    parts = Matter.objects.filter(parent=matter, kind__in=(WHISTLE.kind, REPORT_IN.kind), closed_at=None)
    return list(parts.select_related("parent", "holder", "holder_unit").order_by("-kind", "opened_at", "number"))


def _appealed(matter: Matter) -> Sequence[Matter]:
    """The hiding against which whoever wrote it appealed."""
    return [hiding_of(matter)] if matter.facts.get("hiding_appeal") == APPEALED.code else []


def lead_of(request: UUID) -> UUID:
    """The assignment of the unit that answers."""
    lead = Request.objects.values_list("lead", flat=True).filter(pk=request).first()
    if lead is None:
        raise NotFound(say("This request has not been dispatched yet.", "这件诉求还没有派单。"))
    return lead
