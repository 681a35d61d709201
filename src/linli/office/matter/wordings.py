"""The unit's wordings beside a form with words for the resident: one fills the form in, somebody reads and sends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domains.people.actor import Actor
from linli.domains.requests.wording.queries import Kept, wordings
from linli.office.matter.offers import Chosen

FIELD = "text"
"""The field of an act whose words the resident reads."""


@dataclass(frozen=True)
class Offered:
    """One wording and the page with it filled in."""

    kept: Kept
    href: str


def offered(chosen: Chosen | None, *, by: Actor) -> Sequence[Offered]:
    """The wordings of the reader's units, where the open form has words for the resident; one statement."""
    if chosen is None or FIELD not in chosen.form.fields:
        return []
    return [Offered(kept, chosen.offer.href.replace("?", f"?wording={kept.id}&", 1)) for kept in wordings(by=by)]


def fill(chosen: Chosen | None, among: Sequence[Offered], wanted: str) -> bool:
    """Writes the wording asked for into the open form; whether there was one."""
    found = next((each.kept for each in among if str(each.kept.id) == wanted), None)
    if chosen is None or found is None:
        return False
    chosen.form.initial[FIELD] = found.body
    return True
