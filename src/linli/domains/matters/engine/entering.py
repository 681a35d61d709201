"""What of an act enters the public record: coded facts and salted commitments, never words."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.act import Act, Written
from linli.domains.matters.kinds import kind_of
from linli.domains.places.paths import community_of
from linli.kernel.record import Fact


def facts_of(act: Act, written: Sequence[Written]) -> Fact | None:
    """The record entry of a public act, or of one with files; texts and files are committed to, not told."""
    public = type(act.details).public
    if not public and not act.files:
        return None
    matter, verb = act.matter, type(act.details).verb()
    body = {
        **kind_of(matter.kind).public_facts(matter),
        "number": matter.number,
        "verb": verb,
        "from": act.source.code if act.source else None,
        "state": act.target.code,
        "at": act.at.isoformat(timespec="seconds"),
    }
    texts = {one.text.field: one.original for one in written if one.act is act and public}
    files = {f"file.{number}": file.digest for number, file in enumerate(act.files, 1)}
    stream = f"{community_of(matter.path)}/{matter.kind}"
    return Fact(stream=stream, kind=f"{matter.kind}.{verb}", body=body, private={**texts, **files}, at=act.at)
