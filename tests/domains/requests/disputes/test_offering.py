"""A request waits for its mediation, says so, and its unit cannot lose it."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from tests.domains.requests.disputes.lives import PHONE, RIGHTS, other_party
from tests.domains.requests.lives import Life
from tests.neighbourhood import staff_member

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock, Matter
from linli.domains.matters.queries import worklist
from linli.domains.people.actions import erase_person
from linli.domains.requests.disputes.events import leave_open_disputes
from linli.domains.requests.disputes.lifecycle import disputant, dispute, ending
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle.mediating import OfferMediation
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
OFFER = OfferMediation(about="water", summary="楼上漏水，对方是楼上住户")


class Offered:
    """A request in progress out of which mediation was offered."""

    def __init__(self, here):
        self.life = Life(here).in_progress().does(OFFER, here.desk)
        self.mediator = staff_member(here, "mediator", "committee", RIGHTS)
        self.other = other_party(here)
        self.dispute = Matter.objects.get(kind="dispute")

    def does(self, details, by, on=None):
        self.life.does(details, by, on=on or self.dispute)
        self.dispute.refresh_from_db()
        return self

    def part(self, side):
        return Matter.objects.get(parent=self.dispute, facts__side=side)

    def begun(self):
        self.does(dispute.Invite(name="李某某", phone=PHONE), self.mediator)
        self.does(disputant.Agree(read=True), self.life.here.resident, on=self.part("applicant"))
        return self.does(disputant.Agree(read=True), self.other, on=self.part("respondent"))

    @property
    def clock(self):
        return Clock.objects.get(matter=self.life.matter, name="answer", stopped_at=None)


@pytest.fixture
def offered(neighbourhood):
    return Offered(neighbourhood)


def test_an_offer_forces_nobody_and_stops_no_clock(offered):
    assert offered.dispute.state == "applied"
    assert offered.part("applicant").opener_id == offered.life.matter.opener_id
    assert not offered.clock.paused
    assert offered.life.matter.facts["mediation"] == offered.dispute.number


def test_once_both_want_it_the_request_waits_and_stays_with_its_unit(offered, neighbourhood):
    offered.begun()
    assert offered.clock.paused
    assert (offered.life.matter.state, offered.life.lead.state) == ("in_progress", "in_progress")
    assert offered.life.lead in worklist(by=neighbourhood.handler)


@pytest.mark.parametrize("how", ["agreed", "ended", "declined"])
def test_however_it_ends_the_clock_runs_on_and_the_unit_hears(offered, neighbourhood, how):
    if how == "declined":
        offered.does(dispute.Invite(name="李某某", phone=PHONE), offered.mediator)
        offered.does(disputant.Decline(), offered.other, on=offered.part("respondent"))
    else:
        offered.begun()
    if how == "ended":
        offered.does(ending.EndWithoutAgreement(reason="分歧较大"), offered.mediator)
    if how == "agreed":
        offered.does(dispute.DraftAgreement(agreement="互相谅解"), offered.mediator)
        offered.does(disputant.Sign(agreed=True), neighbourhood.resident, on=offered.part("applicant"))
        offered.does(disputant.Sign(agreed=True), offered.other, on=offered.part("respondent"))
        offered.does(dispute.SignAsMediator(), offered.mediator)
    assert not offered.clock.paused
    offered.life.matter.refresh_from_db()
    assert "mediation" not in offered.life.matter.facts
    offered.life.does(lead.Answer(text="已调解，答复如下"), neighbourhood.handler, on=offered.life.lead)
    assert offered.life.matter.state == "replied"


def test_it_is_offered_once_at_a_time(offered, neighbourhood):
    with pytest.raises(Refusal, match="already"):
        perform(offered.life.matter.pk, OFFER, by=neighbourhood.desk, at=offered.life.at)


def test_who_is_forgotten_is_mediated_with_no_longer(offered, neighbourhood):
    offered.begun()

    told = SimpleNamespace(payload={"person": str(offered.other.person)})
    erase_person(person=offered.other.person, reason="asked", by=offered.other, at=offered.life.at + timedelta(1))
    leave_open_disputes(told)
    offered.dispute.refresh_from_db()
    assert offered.dispute.state == "no_agreement"
