"""A request as its page shows it: the matter, its own row, its assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle import EXCLUSION
from linli.domains.requests.models import Assignment, Request
from linli.kernel.refusal import NotFound
from linli.kernel.words import say


@dataclass(frozen=True)
class RequestView:
    """What a page needs beyond the matter."""

    matter: Matter
    request: Request
    assignments: Sequence[Assignment]
    exclusions: Sequence[Matter]

    @property
    def lead(self) -> Assignment | None:
        """The assignment of the unit that answers, in the latest round."""
        return next((each for each in self.assignments if each.pk == self.request.lead_id), None)


def request_view(matter: Matter) -> RequestView:
    """The request behind a matter already read by right; three statements."""
    request = Request.objects.select_related("first_receiver").get(pk=matter.pk)
    assignments = (
        Assignment.objects.filter(request=request)
        .select_related("matter", "matter__holder", "unit")
        .order_by("round", "-is_lead", "pk")
    )
    exclusions = Matter.objects.filter(parent=matter, kind=EXCLUSION.kind, closed_at=None).select_related("parent")
    return RequestView(matter, request, list(assignments), list(exclusions))


def lead_of(request: UUID) -> UUID:
    """The assignment of the unit that answers."""
    lead = Request.objects.values_list("lead", flat=True).filter(pk=request).first()
    if lead is None:
        raise NotFound(say("This request has not been dispatched yet.", "这件诉求还没有派单。"))
    return lead
