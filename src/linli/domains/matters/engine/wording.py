"""What an act says in free words: masked for lists and search, sealed in the original."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from linli.domains.matters.act import Act, Written
from linli.domains.matters.models import Audience, Matter, Text
from linli.kernel.lifecycle import Sealed
from linli.kernel.vault import Plain, seal_many
from linli.kernel.vault.masking import mask_text

TITLE = 40
"""Characters of the first words that name a matter in lists."""


def compose(acts: Sequence[Act]) -> list[Written]:
    """Every free text of the acts, masked; nothing is written yet."""
    return [
        written
        for act in acts
        for name, seal in type(act.details).sealed_fields().items()
        if (written := _masked(act, name, seal))
    ]


def name_openings(written: Sequence[Written]) -> None:
    """Names each new matter by the first of its own masked words, where its domain gave no title."""
    for one in written:
        if not one.act.matter.title:
            one.act.matter.title = _first_words(one.text.body)


def save_texts(written: Sequence[Written]) -> None:
    """Seals the originals and writes the masked copies: a constant number of statements."""
    if not written:
        return
    items = [(one.text.owner, Plain(f"text.{one.text.field}", one.original)) for one in written]
    refs = seal_many(items, at=written[0].act.at)
    for one, ref in zip(written, refs, strict=True):
        one.text.sealed = ref
    Text.objects.bulk_create([one.text for one in written])


def _masked(act: Act, name: str, seal: Sealed) -> Written | None:
    original: str = getattr(act.details, name)
    if not original:
        return None
    names = act.draft.known_names if act.draft else ()
    text = Text(
        matter=act.matter,
        event=act.event,
        field=name,
        body=mask_text(original, known_names=names).text,
        owner=owner_of(act.matter),
        audience=Audience.STAFF if seal.staff_only else Audience.PARTIES,
        by_account_id=act.by.account,
        by_person_id=act.by.person,
        at=act.at,
    )
    return Written(act, text, original)


def owner_of(matter: Matter) -> UUID:
    """Whose key seals words about this matter: the person it is for, else the matter itself."""
    return matter.opener_id or (matter.parent.opener_id if matter.parent else None) or matter.pk


def _first_words(body: str) -> str:
    line = " ".join(body.split())
    return line if len(line) <= TITLE else line[: TITLE - 1] + "…"
