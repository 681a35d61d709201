"""A request as its page shows it: the matter, its own row, its assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domains.matters.models import Matter
from linli.domains.requests.models import Assignment, Request


@dataclass(frozen=True)
class RequestView:
    """What a page needs beyond the matter."""

    matter: Matter
    request: Request
    assignments: Sequence[Assignment]

    @property
    def lead(self) -> Assignment | None:
        """The assignment of the unit that answers, in the latest round."""
        return next((each for each in self.assignments if each.pk == self.request.lead_id), None)


def request_view(matter: Matter) -> RequestView:
    """The request behind a matter already read by right; two statements."""
    request = Request.objects.select_related("first_receiver").get(pk=matter.pk)
    assignments = (
        Assignment.objects.filter(request=request)
        .select_related("matter", "matter__holder", "unit")
        .order_by("round", "-is_lead", "pk")
    )
    return RequestView(matter, request, list(assignments))
