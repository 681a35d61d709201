"""Registers disputes, their parties and their promises with matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linli.domains.matters.engine import Draft
from linli.domains.matters.engine.wording import first_words
from linli.domains.matters.kinds import Frame, Kind, register
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.choices import unit_choices
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE, PROMISE
from linli.domains.requests.disputes.lifecycle.disputant import Confide, Join
from linli.domains.requests.disputes.lifecycle.dispute import Apply, NoteToFile
from linli.domains.requests.disputes.lifecycle.promise import Promised
from linli.domains.requests.disputes.receiving import committee_at
from linli.domains.requests.disputes.rights import ANSWER, MEDIATE
from linli.domains.requests.disputes.vocabulary import About, Side
from linli.domains.requests.receiving import receptions
from linli.domains.requests.refusals import no_such_place
from linli.kernel.vault.masking import mask_text
from linli.kernel.words import Words

FILES = "requests.attachments"
LETTERS = {Side.APPLICANT: "A", Side.RESPONDENT: "B"}


def _frame_disputes(drafts: Sequence[Draft]) -> list[Frame]:
    wanted = {draft.given(Apply).place for draft in drafts}
    known = receptions(wanted)
    if wanted - known.keys():
        raise no_such_place()
    return [_frame_dispute(draft, known[draft.given(Apply).place].path) for draft in drafts]


def _frame_dispute(draft: Draft, path: str) -> Frame:
    details = draft.given(Apply)
    said = draft.extra.get("said", "") or details.summary
    return Frame(
        place=details.place,
        path=path,
        title=first_words(mask_text(said).text) or details.about.words.zh,
        holder_unit=committee_at(path),
        category=details.about.value,
        facts={"about": details.about.value, "parties": 0},
    )


def _frame_disputants(drafts: Sequence[Draft]) -> list[Frame]:
    frames = []
    for draft in drafts:
        dispute, details = _whole(draft), draft.given(Join)
        about = About(dispute.facts["about"])
        frames.append(
            _part(
                dispute,
                number=f"{dispute.number}-{LETTERS[details.side]}",
                title=about.words.zh,
                facts={"about": about.value, "side": details.side.value},
                holder_unit=draft.extra.get("unit"),
            )
        )
    return frames


def _frame_promises(drafts: Sequence[Draft]) -> list[Frame]:
    frames = []
    for draft in drafts:
        dispute, details = _whole(draft), draft.given(Promised)
        frames.append(
            _part(
                dispute,
                number=f"{dispute.number}-L{draft.extra['serial']}",
                title=draft.extra["title"],
                facts={
                    "owing": details.owing.value,
                    "due": details.due.isoformat(),
                    "event": draft.extra["event"],
                },
                holder_unit=dispute.holder_unit_id,
            )
        )
    return frames


def _part(dispute: Matter, **more: Any) -> Frame:
    return Frame(place=dispute.place_id, path=dispute.path, category=dispute.category, **more)


def _whole(draft: Draft) -> Matter:
    if draft.parent is None:
        raise LookupError("it is always part of a dispute")
    return draft.parent


def _nothing(matter: Matter) -> dict[str, Any]:
    """What the public record may hold of a dispute."""
    return {}


def _category_words(code: str) -> Words:
    return About(code).words


def _mediates(by: Actor, dispute: Matter) -> bool:
    return by.may(MEDIATE.code, at_place=dispute.path)


def _is_party(by: Actor, dispute: Matter) -> bool:
    """Whether what is said to both parties is said to this reader; one statement."""
    parts = Matter.objects.filter(parent=dispute, kind=DISPUTANT.kind)
    if by.stands_for is not None and parts.filter(opener=by.stands_for).exists():
        return True
    units = by.units(ANSWER.code)
    return bool(units) and parts.filter(holder_unit__in=units).exists()


DISPUTES = register(
    Kind(
        life=DISPUTE,
        prefix="TJ",
        read_right=MEDIATE.code,
        holder_right=MEDIATE.code,
        frame=_frame_disputes,
        public_facts=_nothing,
        category_words=_category_words,
        choices={"units": unit_choices},
        may_open=_mediates,
        said_to=_is_party,
        searchable=False,
        files=FILES,
        message=lambda text: NoteToFile(note=text),
    )
)
DISPUTANTS = register(
    Kind(
        life=DISPUTANT,
        prefix="TJ",
        read_right=MEDIATE.code,
        holder_right=ANSWER.code,
        frame=_frame_disputants,
        public_facts=_nothing,
        category_words=_category_words,
        searchable=False,
        apart=True,
        files=FILES,
        message=lambda text: Confide(text=text),
    )
)
PROMISES = register(
    Kind(
        life=PROMISE,
        prefix="TJ",
        read_right=MEDIATE.code,
        holder_right=MEDIATE.code,
        frame=_frame_promises,
        public_facts=_nothing,
        category_words=_category_words,
        searchable=False,
        files=FILES,
    )
)
