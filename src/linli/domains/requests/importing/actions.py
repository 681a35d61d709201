"""What can be done with imports: look at a file, try it dry, bring it in, and undo it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.domains.matters.engine import Move, perform_many
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.queries import at_path, by_code, roots, search
from linli.domains.places.spots import Spot
from linli.domains.requests.importing import refusals
from linli.domains.requests.importing.fields import Field
from linli.domains.requests.importing.guessing import MEND, SAMPLE, Columns, corrected, guess, header_of
from linli.domains.requests.importing.learning import categories_of, remember, remembered, teach_categories
from linli.domains.requests.importing.models import Import, ImportedRow, Stage
from linli.domains.requests.importing.placing import places_called, teach_places
from linli.domains.requests.importing.reading import Brought, Fallen, Reader
from linli.domains.requests.importing.running import Progress, carry_on, keys_of, words_of
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.domains.requests.rights import IMPORT
from linli.kernel.refusal import NotFound
from linli.kernel.sheets import Sheet, open_sheet

UNDOING = 200


@dataclass(frozen=True)
class Look:
    """A file looked at: its columns, which field each is taken for, and whether that was learnt."""

    sheet: Sheet
    columns: Columns
    learnt: bool

    @property
    def left_out(self) -> list[str]:
        """Columns of which nothing comes in."""
        return [name for name in self.sheet.names if name and name not in self.columns and name != MEND]


@dataclass(frozen=True)
class Dry:
    """What would happen: counts by outcome, rows that would fall out, words for categories and places unknown to us."""

    counts: Counter[str]
    fallen: list[Fallen]
    unknown: Counter[str]
    unknown_places: Counter[str]


def look(path: Path, *, name: str = "", wanted: Mapping[str, str] | None = None) -> Look:
    """Opens a file and says what its columns are taken for; `wanted` corrects by column name."""
    sheet = open_sheet(path, name=name)
    rows = list(islice(sheet.rows(), SAMPLE))
    learnt = remembered(header_of(sheet))
    columns = corrected(learnt if learnt is not None else guess(sheet, rows), wanted or {}, sheet.names)
    return Look(sheet, columns, learnt is not None)


def try_dry(looked: Look, *, place: Spot, at: datetime) -> Dry:
    """Reads every row and says what an import would do; changes nothing."""
    _check(looked.columns)
    reader = Reader(looked.sheet.names, looked.columns, now=at)
    source = header_of(looked.sheet)
    counts: Counter[str] = Counter(opened=0, replied=0, repeated=0, fallen=0)
    fallen: list[Fallen] = []
    words: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    rows = looked.sheet.rows()
    seen: dict[bytes, bytes] = {}
    while some := [reader.read(row) for row in islice(rows, 1000)]:
        good = [one for one in some if isinstance(one, Brought)]
        fallen += [one for one in some if isinstance(one, Fallen)]
        new = _new(good, source, seen, counts, fallen)
        words.update(row.category for row in new if row.category)
        known = places_called({row.place for row in new if row.place}, within=place.path)
        counts["opened"] += len(new)
        counts["replied"] += sum(row.replied_at is not None and len(row.reply) > 1 for row in new)
        elsewhere.update(row.place for row in new if row.place and row.place not in known)
    ours = categories_of(words.keys())
    unknown = Counter({word: count for word, count in words.items() if word not in ours})
    counts["other_category"] = sum(unknown.values())
    counts["other_place"] = sum(elsewhere.values())
    counts["fallen"] = len(fallen)
    return Dry(counts, sorted(fallen, key=lambda one: one.line), unknown, elsewhere)


def bring_in(
    path: Path,
    looked: Look,
    *,
    place: Spot,
    categories: Mapping[str, str] | None = None,
    places: Mapping[str, UUID] | None = None,
    by: Actor,
    at: datetime,
    progress: Progress | None = None,
) -> Import:
    """Imports a file, or goes on where it was killed; a file that is all here already is left as it is.

    `categories` and `places` say what words of the other system stand for here; they are remembered.
    """
    one = begin(path, looked, place=place, categories=categories, places=places, by=by, at=at)
    return one if one.stage == Stage.DONE else carry_on(one, looked.sheet, by=by, at=at, progress=progress)


@transaction.atomic
def begin(
    path: Path,
    looked: Look,
    *,
    place: Spot,
    categories: Mapping[str, str] | None = None,
    places: Mapping[str, UUID] | None = None,
    by: Actor,
    at: datetime,
) -> Import:
    """Writes the import down before its first row; the same file finds the import it has already."""
    require(by, IMPORT, at_place=place.path)
    _check(looked.columns)
    teach_categories(categories or {})
    teach_places(places or {}, within=place)
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").digest()
    header = header_of(looked.sheet)
    new = Import(
        file=looked.sheet.name[:200],
        digest=digest,
        source=header,
        place_id=place.id,
        by_account_id=by.account,
        columns=looked.columns,
        total=looked.sheet.count,
        started_at=at,
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Import.objects.select_related("place").exclude(stage=Stage.UNDONE).get(digest=digest)
    remember(header, looked.columns, at=at)
    return new


def undo(one: UUID, *, reason: str, by: Actor, at: datetime, progress: Progress | None = None) -> Import:
    """Takes a whole import back: its requests leave lists, search and figures, and stay on the record with the reason.

    Batch by batch; whatever is killed is undone by asking again.
    """
    found = Import.objects.select_related("place").filter(pk=one).first()
    if found is None:
        raise refusals.no_such_import()
    require(by, IMPORT, at_place=found.place.path)
    if found.stage == Stage.UNDONE:
        raise refusals.undone_already()
    details = UndoImport(reason=reason)
    total, done = ImportedRow.objects.filter(brought_by=found, key__isnull=False).count(), 0
    while taken := _undo_some(found, details, by=replace(by, system=True), at=at):
        done += taken
        if progress:
            progress(done, total)
    found.stage, found.undone_at = Stage.UNDONE, at
    found.save(update_fields=["stage", "undone_at"])
    return found


@transaction.atomic
def _undo_some(one: Import, details: UndoImport, *, by: Actor, at: datetime) -> int:
    rows = list(
        ImportedRow.objects.select_for_update().filter(brought_by=one, key__isnull=False).order_by("line")[:UNDOING]
    )
    outcome = perform_many([Move(matter=row.matter_id, details=details) for row in rows], by=by, at=at)
    for refusal in outcome.refused.values():
        raise refusal
    ImportedRow.objects.filter(pk__in=[row.pk for row in rows]).update(key=None)
    return len(rows)


def place_called(words: str) -> Spot:
    """The import's own place: by division code or name; without words the one root there is."""
    if not words:
        tops = roots()
        if len(tops) != 1:
            raise refusals.unplaced()
        return tops[0]
    try:
        return by_code(words)
    except NotFound:
        found = [spot for spot in search(words=words) if words.rsplit(maxsplit=1)[-1] in (spot.words.zh, spot.words.en)]
        if len(found) != 1:
            raise refusals.unplaced() from None
        return at_path(found[0].path)


def _check(columns: Columns) -> None:
    fields = set(columns.values())
    if not fields & {Field.TEXT.value, Field.SUBJECT.value}:
        raise refusals.no_text_column()
    if Field.TIME.value not in fields:
        raise refusals.no_time_column()


def _new(
    rows: list[Brought], source: bytes, seen: dict[bytes, bytes], counts: Counter[str], fallen: list[Fallen]
) -> list[Brought]:
    keys = keys_of(rows, source)
    known = {
        bytes(key): bytes(words)
        for key, words in ImportedRow.objects.filter(key__in=keys).values_list("key", "words")
        if key
    }
    new = []
    for row, key in zip(rows, keys, strict=True):
        words = words_of(row, source)
        before = known.get(key) or seen.get(key)
        if before is None:
            new.append(row)
            seen[key] = words
        elif before == words:
            counts["repeated"] += 1
        else:
            fallen.append(Fallen(row.line, "", refusals.CHANGED))
    return new
