"""The report as far as it has been written, and what of it is still missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields

from django.http import HttpRequest, HttpResponse

from linli.kernel.ids import new_id
from linli.portal.sealed import seal, unlearn, unseal

NAME = "report"
STEPS = ("what", "where", "about", "you", "check")
"""The pages in their order; each is an address below /report/."""


@dataclass
class Draft:
    """What was given so far. `place` is a path; `met` says that the page on reaching and sharing was passed.

    `id` is the draft's own: pressed twice, it is still one report.
    """

    id: str = field(default_factory=lambda: str(new_id()))
    text: str = field(default="", repr=False)
    place: str = ""
    category: str = ""
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    share: bool = False
    confidential: bool = False
    met: bool = False

    def missing(self) -> str:
        """The first page that has not been answered; `check` when all have."""
        answered = {"what": self.text, "where": self.place, "about": self.category, "you": self.met}
        return next((step for step, given in answered.items() if not given), "check")

    def onward(self, after: str) -> str:
        """Where to go after a page: the next one, or straight back to check where all has been answered."""
        following = STEPS[STEPS.index(after) + 1]
        return "check" if self.missing() == "check" else min(following, self.missing(), key=STEPS.index)


def draft_of(request: HttpRequest) -> Draft:
    """This browser's draft; an empty one where there is none."""
    known = {each.name for each in fields(Draft)}
    return Draft(**{name: value for name, value in unseal(request, NAME).items() if name in known})


def keep(request: HttpRequest, response: HttpResponse, draft: Draft) -> HttpResponse:
    """Seals the draft for the next page."""
    seal(request, response, NAME, asdict(draft))
    return response


def drop(request: HttpRequest) -> None:
    """The draft was sent, or is not wanted any more."""
    unlearn(request, NAME)
