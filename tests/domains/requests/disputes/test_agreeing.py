"""An agreement is what all have signed, the same words; then its promises have days, and the court thirty."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.disputes.lives import SHEET, Talks

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import performing, promise
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def test_the_mediator_signs_last(neighbourhood):
    talks = Talks(neighbourhood).to_sign()
    talks.does(party.Sign(agreed=True), neighbourhood.resident, on=talks.first)
    with pytest.raises(Refusal, match="Both parties"):
        perform(talks.dispute.pk, life.SignAsMediator(), by=talks.mediator, at=talks.at)


def test_all_sign_the_same_draft(neighbourhood):
    talks = Talks(neighbourhood).signed()
    assert talks.first.facts["signed_draft"] == talks.second.facts["signed_draft"] == talks.dispute.facts["draft"]


def test_who_refuses_the_draft_undoes_the_others_signature(neighbourhood):
    talks = Talks(neighbourhood).to_sign()
    talks.does(party.Sign(agreed=True), neighbourhood.resident, on=talks.first)
    talks.does(party.RefuseToSign(reason="数额不对"), talks.other, on=talks.second)
    assert (talks.dispute.state, talks.first.state, talks.second.state) == ("mediating", "takes_part", "takes_part")
    assert "signed_draft" not in talks.first.facts
    talks.does(life.DraftAgreement(agreement="改了数额"), talks.mediator)
    assert talks.dispute.facts["signed"] == 0


def test_what_concerns_a_marriage_is_signed_on_paper(neighbourhood):
    talks = Talks(neighbourhood, about="family").to_sign()
    with pytest.raises(Refusal, match="Electronic Signature Law"):
        perform(talks.first.pk, party.Sign(agreed=True), by=neighbourhood.resident, at=talks.at)
    sheet = party.SignOnPaper(held_on=talks.at.date())
    talks.does(sheet, talks.mediator, on=talks.first, files=(SHEET,))
    assert talks.first.state == "signed"
    assert talks.first.facts["signed_on_paper"]


def test_a_signature_on_paper_needs_its_sheet(neighbourhood):
    talks = Talks(neighbourhood).to_sign()
    with pytest.raises(Refusal, match="photo of the signed sheet"):
        perform(talks.first.pk, party.SignOnPaper(held_on=talks.at.date()), by=talks.mediator, at=talks.at)
    talks.first.refresh_from_db()
    assert talks.first.state == "signing"


def test_it_binds_from_the_mediators_signature_with_thirty_days_for_the_court(neighbourhood):
    talks = Talks(neighbourhood).in_effect()
    for matter in (talks.dispute, talks.first, talks.second):
        clock = Clock.objects.get(matter=matter, name="confirmation", stopped_at=None)
        assert (clock.due_at.date() - talks.at.date()).days == 30
        assert "disputes.confirmation" in clock.rule


def test_both_ask_the_court_together_and_in_time(neighbourhood):
    talks = Talks(neighbourhood).in_effect()
    talks.does(party.WantConfirmation(), neighbourhood.resident, on=talks.first)
    filed = performing.FileConfirmation(court="柳河区人民法院")
    with pytest.raises(Refusal, match="Both parties"):
        perform(talks.dispute.pk, filed, by=talks.mediator, at=talks.at)
    with pytest.raises(Refusal, match="already"):
        perform(talks.first.pk, party.WantConfirmation(), by=neighbourhood.resident, at=talks.at)
    late = talks.at + timedelta(days=32)
    with pytest.raises(Refusal, match="30 days"):
        perform(talks.second.pk, party.WantConfirmation(), by=talks.other, at=late)
    talks.does(party.WantConfirmation(), talks.other, on=talks.second).does(filed, talks.mediator)
    talks.does(performing.RecordConfirmation(outcome="valid", note="裁定书"), talks.mediator)
    assert talks.dispute.facts["confirmation"] == "valid"


def test_a_promise_runs_to_its_own_day(neighbourhood):
    talks = Talks(neighbourhood).in_effect()
    clock = Clock.objects.get(matter=talks.promise, name="promise", stopped_at=None)
    assert clock.due_at.date().isoformat() == talks.promise.facts["due"]


def test_a_promise_struck_out_binds_nobody(neighbourhood):
    talks = Talks(neighbourhood).promised()
    talks.does(promise.Strike(), talks.mediator, on=talks.promise)
    talks.does(life.DraftAgreement(agreement="互相谅解"), talks.mediator)
    talks.does(party.Sign(agreed=True), neighbourhood.resident, on=talks.first)
    talks.does(party.Sign(agreed=True), talks.other, on=talks.second).does(life.SignAsMediator(), talks.mediator)
    assert talks.promise.state == "struck"
    assert talks.dispute.state == "to_revisit"


def test_a_promise_missed_may_still_be_kept(neighbourhood):
    talks = Talks(neighbourhood).missed()
    assert talks.dispute.facts["missed"] == 1
    talks.does(promise.Keep(evidence="催促后修好了"), talks.mediator, on=talks.promise)
    assert (talks.dispute.state, talks.dispute.facts["missed"]) == ("to_revisit", 0)


def test_it_is_not_ended_as_unkept_while_nothing_was_missed(neighbourhood):
    talks = Talks(neighbourhood).in_effect()
    with pytest.raises(Refusal, match="No promise"):
        perform(talks.dispute.pk, performing.EndUnperformed(reason="不履行"), by=talks.mediator, at=talks.at)


def test_a_revisit_that_finds_it_unsettled_comes_again(neighbourhood):
    talks = Talks(neighbourhood).to_revisit()
    talks.does(performing.Revisit(settled=False, revisit="又漏了"), talks.mediator)
    assert talks.dispute.state == "to_revisit"
    assert Clock.objects.filter(matter=talks.dispute, name="revisit", stopped_at=None).exists()


def test_more_time_needs_both_and_is_given_once(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    before = Clock.objects.get(matter=talks.dispute, name="mediation").due_at
    with pytest.raises(Refusal, match="both"):
        perform(talks.dispute.pk, life.ExtendMediation(both_agree=False), by=talks.mediator, at=talks.at)
    talks.does(life.ExtendMediation(both_agree=True), talks.mediator)
    assert Clock.objects.get(matter=talks.dispute, name="mediation").due_at - before == timedelta(days=30)
    with pytest.raises(Refusal, match="once"):
        perform(talks.dispute.pk, life.ExtendMediation(both_agree=True), by=talks.mediator, at=talks.at)
