"""Coming out: the words settled with their digest, out at once or at their time, announced, earlier ones corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from linli.domains.delivery.reach.actions import stop_mailing
from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.engine.wording import first_words
from linli.domains.matters.models import Matter
from linli.domains.notices.checking import Mark, covered
from linli.domains.notices.kinds import NOTICES
from linli.domains.notices.lifecycle.drafting import TakeBackDraft
from linli.domains.notices.lifecycle.ending import BeCorrected, WithdrawNotice
from linli.domains.notices.lifecycle.reviewing import (
    Approve,
    ConfirmAfterwards,
    Publish,
    PublishNow,
    WithdrawApproval,
)
from linli.domains.notices.models import Audience, Notice
from linli.domains.notices.vocabulary import Decision
from linli.domains.notices.wording import digest, document, draft_words
from linli.domains.places.paths import building_of
from linli.kernel.events import announce
from linli.kernel.lifecycle import Transition
from linli.kernel.vault import Purpose

PUBLISHED = "notice.published"
"""Announced with the event's id: {"notice", "number", "type", "places": [path, …]}; once a notice is out."""
_UNSAID = {"title": "", "body": "", "claim": "", "verifier": "", "evidence": "", "digest": "", "decisions": {}}


@NOTICES.after(Approve)
def _settle(acts: Sequence[Act]) -> None:
    """What comes out is fixed here; without a time of its own it comes out at once, else a job sees to it."""
    for act in acts:
        pairs = [each.rpartition("=") for each in act.given(Approve).decisions]
        notice = _settled(act, {key: decision for key, _, decision in pairs})
        notice.reviewed_at = act.at
        notice.save()
        if notice.publish_at is None:
            _follows(act.matter, Publish(), act)


@NOTICES.after(TakeBackDraft, WithdrawApproval)
def _unsettle(acts: Sequence[Act]) -> None:
    """Nothing is approved any more."""
    for act in acts:
        Notice.objects.filter(pk=act.matter.pk).update(**_UNSAID, reviewed_at=None)


@NOTICES.upon(Publish)
def _tell_what(acts: Sequence[Act]) -> None:
    for act in acts:
        _note(act.matter, Notice.objects.get(pk=act.matter.pk))


@NOTICES.upon(PublishNow)
def _settle_now(acts: Sequence[Act]) -> None:
    """Nobody has decided yet, so everything marked is covered."""
    for act in acts:
        notice = _settled(act, {})
        notice.save()
        _note(act.matter, notice)


@NOTICES.after(Publish, PublishNow)
def _out(acts: Sequence[Act]) -> None:
    for act in acts:
        notice = Notice.objects.select_related("corrects").get(pk=act.matter.pk)
        notice.published_at, notice.entry = act.at, act.event.entry
        notice.save(update_fields=["published_at", "entry"])
        Matter.objects.filter(pk=notice.pk).update(title=first_words(notice.title))
        if notice.corrects:
            _follows(notice.corrects.matter, BeCorrected(), act)
        told = {"notice": str(notice.pk), "number": act.matter.number, "type": notice.type, "places": _paths(notice)}
        announce(PUBLISHED, id=act.event.pk, payload=told)


@NOTICES.after(ConfirmAfterwards)
def _reviewed(acts: Sequence[Act]) -> None:
    for act in acts:
        Notice.objects.filter(pk=act.matter.pk).update(reviewed_at=act.at)


@NOTICES.upon(BeCorrected)
def _by_which(acts: Sequence[Act]) -> None:
    """The earlier one's entry names the later, as the later's names the earlier."""
    for act in acts:
        later_one = Notice.objects.filter(corrects=act.matter.pk, published_at__isnull=False).latest("published_at")
        act.matter.facts["corrected_by"] = later_one.matter.number


@NOTICES.after(WithdrawNotice)
def _why(acts: Sequence[Act]) -> None:
    for act in acts:
        Notice.objects.filter(pk=act.matter.pk).update(withdrawal=act.given(WithdrawNotice).reason)
        stop_mailing(act.matter.number, at=act.at)


def _settled(act: Act, decisions: Mapping[str, str]) -> Notice:
    """The notice's row with the words as they will be read, covered where so decided."""
    notice = Notice.objects.get(pk=act.matter.pk)
    marks = [Mark.read(kept) for kept in notice.marks]
    original = draft_words(act.matter, by=act.by, purpose=Purpose.REVIEW, at=act.at)
    words = covered(original, marks, decisions)
    for field, text in words.items():
        setattr(notice, field, text)
    notice.decisions = {mark.key: decisions.get(mark.key, Decision.MASK.value) for mark in marks}
    notice.digest = digest(document(number=act.matter.number, kind=notice.type, words=words))
    return notice


def _note(matter: Matter, notice: Notice) -> None:
    """What the record will have of it."""
    left = Counter(decision for decision in notice.decisions.values() if decision != Decision.MASK)
    matter.facts |= {
        "digest": notice.digest,
        "households": notice.households,
        "audience": [building_of(path) for path in _paths(notice)],
        "justified": dict(left),
    }
    if notice.period:
        matter.facts["period"] = notice.period
    if notice.until:
        matter.facts["until"] = notice.until.isoformat()


def _paths(notice: Notice) -> list[str]:
    return list(Audience.objects.filter(notice=notice).order_by("path").values_list("path", flat=True))


def _follows(matter: Matter, details: Transition, act: Act) -> None:
    outcome = perform_many([Move(matter=matter.pk, details=details)], by=replace(act.by, system=True), at=act.at)
    for refusal in outcome.refused.values():
        raise refusal
