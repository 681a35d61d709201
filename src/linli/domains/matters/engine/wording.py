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
"""Width, in Chinese characters, of the first words that name a matter in lists; two Latin letters make one."""
CHINESE = "\u2e80"
"""From here on signs are as wide as they are high."""


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
            one.act.matter.title = first_words(one.text.body)


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
    act.said[name] = text.body
    return Written(act, text, original)


def owner_of(matter: Matter) -> UUID:
    """Whose key seals words about this matter: the person it is for, else the matter itself."""
    return matter.opener_id or (matter.parent.opener_id if matter.parent else None) or matter.pk


def first_words(body: str) -> str:
    """As much of the beginning as a title holds, without half words."""
    line = " ".join(body.split())
    room = 2 * TITLE
    for end, sign in enumerate(line):
        room -= 1 if sign < CHINESE else 2
        if room < 0:
            return _whole_words(line[: end - 1]) + "…"
    return line


def _whole_words(cut: str) -> str:
    words, space, rest = cut.rpartition(" ")
    return words if space and rest.isascii() else cut
