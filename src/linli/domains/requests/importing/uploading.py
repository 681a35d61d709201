"""A file sent to the office's page: kept sealed, looked at, corrected, started as a job, and let go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from linli.domains.matters.opening_texts import basis_of, opener_of
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.paths import below
from linli.domains.places.queries import at_path
from linli.domains.places.spots import Spot
from linli.domains.requests.importing import refusals
from linli.domains.requests.importing.actions import Look, look
from linli.domains.requests.importing.guessing import corrected
from linli.domains.requests.importing.learning import teach_categories
from linli.domains.requests.importing.models import Import, Upload
from linli.domains.requests.importing.placing import teach_places
from linli.domains.requests.rights import IMPORT
from linli.kernel.ids import new_id
from linli.kernel.rules import rulebook
from linli.kernel.sheets import LIMITS
from linli.kernel.vault import Purpose, erase, open_bytes, seal_bytes

FIELD = "import.file"

Sent = Upload
"""A file as its pages see it."""


@dataclass(frozen=True)
class Taught:
    """What a person says of a file: its columns, and what its words for categories and places stand for."""

    columns: Mapping[str, str]
    categories: Mapping[str, str]
    places: Mapping[str, UUID]


def receive(parts: Iterable[bytes], *, name: str, place: Spot, by: Actor, at: datetime) -> Upload:
    """Seals a file that is a sheet; what is none is refused before anything is kept."""
    require(by, IMPORT, at_place=place.path)
    with TemporaryDirectory(prefix="linli-import-") as folder:
        path = Path(folder, "sheet")
        with path.open("wb") as file:
            file.writelines(parts)
        look(path, name=name)
        with transaction.atomic(), path.open("rb") as file:
            key = new_id()
            sealed = seal_bytes(iter(lambda: file.read(2**16), b""), owner=key, field=FIELD, at=at, largest=LIMITS.file)
            return Upload.objects.create(
                id=key, file=name[:200], sealed=sealed, place_id=place.id, by_account_id=by.account, sent_at=at
            )


def upload(one: UUID, *, by: Actor) -> Upload:
    """A file sent, for whoever may import where it belongs."""
    found = Upload.objects.select_related("place", "brought").filter(pk=one).first()
    if found is None:
        raise refusals.no_such_import()
    require(by, IMPORT, at_place=found.place.path)
    return found


@contextmanager
def looked_at(sent: Upload, *, by: Actor, at: datetime) -> Iterator[tuple[Path, Look]]:
    """The file in the open for as long as it is needed, under the columns chosen so far; the opening is noted."""
    if sent.erased_at:
        raise refusals.let_go()
    with TemporaryDirectory(prefix="linli-import-") as folder:
        path = Path(folder, "sheet")
        purpose = Purpose.RESOLVE
        parts = open_bytes(sent.sealed, by=opener_of(by), purpose=purpose, basis=basis_of(purpose), matter=None, at=at)
        with path.open("wb") as file:
            file.writelines(parts)
        yield path, look(path, name=sent.file, wanted=sent.columns)


@transaction.atomic
def teach(sent: Upload, looked: Look, taught: Taught) -> Upload:
    """Keeps what a person says of the file, for this one and for all that come with the same words."""
    corrected(looked.columns, taught.columns, looked.sheet.names)
    teach_categories(taught.categories)
    teach_places(taught.places, within=ground_of(sent))
    sent.columns = {**sent.columns, **taught.columns}
    sent.save(update_fields=["columns"])
    return sent


def ground_of(sent: Upload) -> Spot:
    """Where rows belong that name no place."""
    return at_path(sent.place.path)


def let_go(sent: Upload, *, at: datetime) -> None:
    """Destroys the file; what was brought in of it stays."""
    if sent.erased_at is None:
        with transaction.atomic():
            Upload.objects.filter(pk=sent.pk).update(erased_at=at)
            erase(sent.pk, at=at, reason="import.let_go")


def let_go_of_old(*, at: datetime) -> int:
    """Destroys every file kept longer than the rules say; how many they were."""
    days = rulebook().rule("requests.import_files_kept", on=localdate(at)).value["amount"]
    old = list(Upload.objects.filter(erased_at=None, sent_at__lt=at - timedelta(days=days)))
    for sent in old:
        let_go(sent, at=at)
    return len(old)


def imports(*, by: Actor, most: int = 50) -> tuple[list[Import], list[Upload]]:
    """Imports of the actor's areas, newest first, and files that wait to be started; two statements."""
    here = reduce(or_, (below(area, field="place__path") for area in by.areas(IMPORT.code)), Q(pk__in=()))
    done = Import.objects.select_related("place", "by_account").filter(here).order_by("-started_at")[:most]
    waiting = Upload.objects.select_related("place", "by_account").filter(here, brought=None, erased_at=None)
    return list(done), list(waiting.order_by("-sent_at")[:most])
