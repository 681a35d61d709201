"""What a party's own page and acts show beside what every matter's do: rights, the agreement, who promised what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.design.shapes import Badge
from linli.domains.matters.queries import Matter, Moment
from linli.domains.requests.disputes.lifecycle import DISPUTANT
from linli.domains.requests.disputes.notice import LAW, NOTICE
from linli.domains.requests.disputes.queries import promises_of
from linli.domains.requests.disputes.vocabulary import Owing
from linli.kernel.words import Words
from linli.portal.lines import badge_of, state_of

NOTICED = ("waiting", "asked")
"""States in which the notice of rights stands open on the page."""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise of the agreement: whose, what (masked), by when, how it stands."""

    owing: Words
    what: str
    due: date
    state: Badge


def is_party(matter: Matter) -> bool:
    """Whether this is somebody's part in a dispute."""
    return matter.kind == DISPUTANT.kind


def beside(matter: Matter) -> dict[str, Any]:
    """What its page shows more; two statements once there is an agreement."""
    agreed = matter.parent is not None and "draft" in matter.parent.facts
    return {
        "law": LAW,
        "notice": NOTICE if matter.state in NOTICED else (),
        "promises": [_promise(one, words) for one, words in promises_of(matter)] if agreed else [],
        "has_agreement": agreed,
    }


def agreement_in(moments: list[Moment]) -> Moment | None:
    """The newest draft: what is signed."""
    return next((moment for moment in reversed(moments) if moment.verb == "draft_agreement"), None)


def _promise(matter: Matter, words: str) -> Promise:
    return Promise(
        owing=Owing(matter.facts["owing"]).words,
        what=words,
        due=date.fromisoformat(matter.facts["due"]),
        state=badge_of(state_of(matter)),
    )
