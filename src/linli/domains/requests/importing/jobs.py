"""What imports do in the background: bringing a sent file in, taking an import back, letting old files go."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from linli.domains.people.queries import actor_for
from linli.domains.requests.importing.actions import begin, undo
from linli.domains.requests.importing.models import Import, Stage, Upload
from linli.domains.requests.importing.running import carry_on
from linli.domains.requests.importing.uploading import ground_of, let_go, let_go_of_old, looked_at
from linli.kernel.jobs import job
from linli.kernel.refusal import Refusal


@job("importing.bring_in")
def bring(upload: str) -> None:
    """Brings a file in, or goes on where a killed worker stopped; what refuses it is said on its page."""
    sent = Upload.objects.select_related("place").filter(pk=UUID(upload), erased_at=None).first()
    if sent is None:
        return
    try:
        _bring(sent)
    except Refusal as refusal:
        sent.en, sent.zh = (refusal.sentence.in_language(each) for each in ("en", "zh-hans"))
        sent.started_at = None
        sent.save(update_fields=["en", "zh", "started_at"])


@job("importing.undo")
def take_back(one: str) -> None:
    """Takes a whole import back, for whoever asked."""
    found = Import.objects.filter(pk=UUID(one)).exclude(stage=Stage.UNDONE).first()
    if found is not None and found.undo_asked_by_id:
        at = timezone.now()
        undo(found.pk, reason=found.undo_reason, by=actor_for(found.undo_asked_by_id, at=at), at=at)


@job("importing.let_go", every="10 4 * * *")
def let_go_nightly() -> None:
    """Destroys files kept longer than the rules say."""
    let_go_of_old(at=timezone.now())


def _bring(sent: Upload) -> None:
    at = timezone.now()
    if sent.by_account_id is None:
        return
    by = actor_for(sent.by_account_id, at=at)
    with looked_at(sent, by=by, at=at) as (path, looked):
        one = begin(path, looked, place=ground_of(sent), by=by, at=at)
        sent.brought = one
        sent.save(update_fields=["brought"])
        if one.stage == Stage.RUNNING:
            carry_on(one, looked.sheet, by=by, at=at)
    if not one.counts.get("fallen"):
        let_go(sent, at=at)
