"""Who is told of an act, as its table declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from linli.domains.delivery.letters import Letter
from linli.domains.matters.act import Act
from linli.domains.matters.models import Follow

Followers = dict[UUID, list[UUID]]
BROUGHT_IN = "import"
"""The channel of what happened elsewhere before it came here: whoever it concerns was told then, or is not told now."""


def letters_of(acts: Sequence[Act]) -> list[Letter]:
    """One letter for each declared telling and reader; coded parameters only. Nobody is told of their own act."""
    acts = [act for act in acts if act.by.channel != BROUGHT_IN]
    followers = _followers(acts)
    return [letter for act in acts for letter in _letters(act, followers.get(act.matter.pk, []))]


def _letters(act: Act, followers: Iterable[UUID]) -> Iterator[Letter]:
    matter, by = act.matter, act.by
    for tell in type(act.details).tells:
        match tell.whom:
            case "opener" if matter.opener_id and (matter.opener_id != by.person or act.source is None):
                yield _letter(act, tell.template, to_person=matter.opener_id)
            case "holder" if matter.holder_unit_id and matter.holder_unit_id not in by.organisations:
                yield _letter(act, tell.template, to_unit=matter.holder_unit_id)
            case "followers":
                for person in followers:
                    yield _letter(act, tell.template, to_person=person)


def _letter(act: Act, template: str, *, to_person: UUID | None = None, to_unit: UUID | None = None) -> Letter:
    return Letter(
        template=template,
        key=f"{act.event.pk}:{to_person or to_unit}",
        at=act.at,
        params={"number": act.matter.number, "state": act.target.code},
        matter=act.matter.pk,
        to_person=to_person,
        to_unit=to_unit,
    )


def _followers(acts: Sequence[Act]) -> Followers:
    wanted = [act.matter.pk for act in acts if any(tell.whom == "followers" for tell in type(act.details).tells)]
    found: Followers = {}
    if wanted:
        for matter, person in Follow.objects.filter(matter__in=wanted).values_list("matter", "person"):
            found.setdefault(matter, []).append(person)
    return found
