"""From the draft to the agreement in effect: all sign the same draft, or none has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from linli.domains.matters.engine import Act, Draft, open_within
from linli.domains.matters.engine.wording import first_words
from linli.domains.matters.models import Matter
from linli.domains.requests.disputes.actions.following import itself_follows, parts_follow, parts_in, whole_follows
from linli.domains.requests.disputes.kinds import DISPUTANTS, DISPUTES
from linli.domains.requests.disputes.lifecycle import DISPUTANT, PROMISE, disputant, dispute, promise
from linli.domains.requests.disputes.lifecycle.performing import AwaitRevisit
from linli.domains.requests.disputes.refusals import sheet_missing
from linli.domains.requests.disputes.states import SIGNED
from linli.kernel.vault.masking import mask_text


@DISPUTES.after(dispute.AddPromise)
def _open_promise(acts: Sequence[Act]) -> None:
    for act in acts:
        given = act.given(dispute.AddPromise)
        known = Matter.objects.filter(parent=act.matter, kind=PROMISE.kind).count()
        draft = Draft(
            details=promise.Promised(owing=given.owing, due=given.due),
            parent=act.matter,
            extra={
                "serial": known + 1,
                "event": str(act.event.pk),
                "title": first_words(mask_text(given.promise).text),
            },
        )
        open_within(PROMISE.kind, [draft], by=act.by, at=act.at)


@DISPUTES.upon(dispute.DraftAgreement)
def _name_the_draft(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts |= {"draft": str(act.event.pk), "signed": 0}
        act.matter.facts.pop("session_on", None)


@DISPUTES.after(dispute.DraftAgreement)
def _ask_to_sign(acts: Sequence[Act]) -> None:
    parts_follow(acts, DISPUTANT, disputant.AskToSign)


@DISPUTANTS.upon(disputant.Sign)
def _this_draft(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts |= {"signed_draft": act.parent.facts["draft"], "signed_at": act.at.isoformat()}


@DISPUTANTS.upon(disputant.SignOnPaper)
def _with_the_sheet(acts: Sequence[Act]) -> None:
    if not all(act.files for act in acts):
        raise sheet_missing()
    _this_draft(acts)
    for act in acts:
        act.matter.facts["signed_on_paper"] = True


@DISPUTANTS.after(disputant.Sign, disputant.SignOnPaper)
def _one_more_signed(acts: Sequence[Act]) -> None:
    whole_follows(acts, dispute.PartySigned())


@DISPUTES.upon(dispute.PartySigned)
def _count_signatures(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["signed"] = parts_in(act.matter, DISPUTANT, SIGNED.code)


@DISPUTANTS.after(disputant.RefuseToSign)
def _not_this_draft(acts: Sequence[Act]) -> None:
    whole_follows(acts, dispute.TakeBackDraft())


@DISPUTES.upon(dispute.TakeBackDraft)
def _no_signature_stands(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("draft", None)
        act.matter.facts["signed"] = 0


@DISPUTES.after(dispute.TakeBackDraft)
def _talk_on(acts: Sequence[Act]) -> None:
    parts_follow(acts, DISPUTANT, disputant.TalkOn)


@DISPUTANTS.upon(disputant.TalkOn)
def _unsigned(acts: Sequence[Act]) -> None:
    for act in acts:
        for fact in ("signed_draft", "signed_at", "signed_on_paper"):
            act.matter.facts.pop(fact, None)


@DISPUTES.upon(dispute.SignAsMediator)
def _since_when(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["in_effect_at"] = act.at.isoformat()


@DISPUTES.after(dispute.SignAsMediator)
def _all_bind(acts: Sequence[Act]) -> None:
    parts_follow(acts, DISPUTANT, disputant.TakeEffect)
    for act in acts:
        owed = parts_follow([act], PROMISE, promise.Owe, _until_its_day)
        if not owed:
            itself_follows([act], AwaitRevisit())


@DISPUTANTS.upon(disputant.TakeEffect)
def _bound_since(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["in_effect_at"] = act.at.isoformat()


def _until_its_day(part: Matter) -> promise.Owe:
    return promise.Owe(due=date.fromisoformat(part.facts["due"]))
