"""Ways for a test to bring a dispute, a party and a promise to any state, by the people whose act it is."""

from __future__ import annotations

from datetime import timedelta

from tests.neighbourhood import MONDAY, Neighbourhood, staff_member

from linli.domains.matters.engine import NewFile, perform
from linli.domains.matters.models import Matter
from linli.domains.people.actions import register_person
from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.requests.disputes.actions import Application, apply
from linli.domains.requests.disputes.lifecycle import DISPUTE, ending, performing, promise
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life

RIGHTS = {"disputes.mediate", "people.register", "people.find"}
PHONE = "13900000018"
SHEET = NewFile(mime="image/jpeg", content=b"sheet")
STEPS = {
    "dispute": {state.code: state.code for state in DISPUTE.states},
    "disputant": {
        "waiting": "applied",
        "asked": "invited",
        "takes_part": "mediating",
        "signing": "to_sign",
        "signed": "signed",
        "bound": "in_effect",
        "over": "closed",
        "left": "withdrawn",
        "declined": "declined",
    },
    "promise": {
        "planned": "to_sign",
        "owed": "in_effect",
        "missed": "missed",
        "kept": "to_revisit",
        "lapsed": "not_performed",
        "struck": "struck",
    },
}
"""The step by which a dispute, its applicant and its promise come into each of their states."""


class Talks:
    """One dispute, moved step by step; every step is half an hour after the last."""

    def __init__(self, here: Neighbourhood, about: str = "water") -> None:
        self.at, self.here = MONDAY, here
        self.mediator = staff_member(here, "mediator", "committee", RIGHTS)
        self.other = other_party(here)
        said = Application(about=about, place=here.building, text="楼上漏水泡了我家天花板", other="楼上住户")
        self.first = apply(said, by=here.resident, at=self.at)
        self.dispute = self.first.parent

    def does(self, details, by: Actor, *, on: Matter | None = None, files=()) -> Talks:
        self.at += timedelta(minutes=30)
        perform((on or self.dispute).pk, details, by=by, at=self.at, files=files)
        self.dispute.refresh_from_db()
        self.first.refresh_from_db()
        return self

    @property
    def second(self) -> Matter:
        return Matter.objects.get(parent=self.dispute, kind="disputant", facts__side="respondent")

    @property
    def promise(self) -> Matter:
        return Matter.objects.filter(parent=self.dispute, kind="promise").latest("opened_at")

    def applied(self) -> Talks:
        return self

    def invited(self) -> Talks:
        return self.does(life.Invite(name="李某某", phone=PHONE), self.mediator)

    def mediating(self) -> Talks:
        self.invited()
        self.does(party.Agree(read=True), self.here.resident, on=self.first)
        return self.does(party.Agree(read=True), self.other, on=self.second)

    def promised(self) -> Talks:
        due = self.at.date() + timedelta(days=20)
        asked = life.AddPromise(owing="respondent", promise="修好水管并赔偿三百元", due=due)
        return self.mediating().does(asked, self.mediator)

    def to_sign(self) -> Talks:
        return self.promised().does(life.DraftAgreement(agreement="双方自愿达成如下协议"), self.mediator)

    def signed(self) -> Talks:
        self.to_sign().does(party.Sign(agreed=True), self.here.resident, on=self.first)
        return self.does(party.Sign(agreed=True), self.other, on=self.second)

    def in_effect(self) -> Talks:
        return self.signed().does(life.SignAsMediator(), self.mediator)

    def missed(self) -> Talks:
        return self.in_effect().does(promise.Miss(evidence="电话核实，水管没修"), self.mediator, on=self.promise)

    def to_revisit(self) -> Talks:
        return self.in_effect().does(promise.Keep(evidence="上门看过"), self.mediator, on=self.promise)

    def closed(self) -> Talks:
        return self.to_revisit().does(performing.Revisit(settled=True, revisit="双方都满意"), self.mediator)

    def not_accepted(self) -> Talks:
        no = life.DeclineToMediate(ground="already_taken", reason="法院已立案，请在诉讼中主张")
        return self.does(no, self.mediator)

    def no_agreement(self) -> Talks:
        return self.mediating().does(ending.EndWithoutAgreement(reason="分歧较大，可向法院起诉"), self.mediator)

    def not_performed(self) -> Talks:
        return self.missed().does(performing.EndUnperformed(reason="可就协议向法院起诉"), self.mediator)

    def withdrawn(self) -> Talks:
        return self.does(party.TakeBack(), self.here.resident, on=self.first)

    def declined(self) -> Talks:
        return self.invited().does(party.Decline(), self.here.resident, on=self.first)

    def struck(self) -> Talks:
        return self.promised().does(promise.Strike(), self.mediator, on=self.promise)


def moved(here: Neighbourhood, kind: str, state: str) -> tuple[Talks, Matter]:
    """A dispute at that step, and what of it is in that state: itself, its applicant's part or its promise."""
    talks = Talks(here)
    getattr(talks, STEPS[kind][state])()
    parts = {"dispute": "dispute", "disputant": "first", "promise": "promise"}
    return talks, getattr(talks, parts[kind])


def other_party(here: Neighbourhood) -> Actor:
    """Whoever signs in by the phone that the mediator was given."""
    person = register_person(name="李某某", phone=PHONE, by=here.neighbour, at=MONDAY)
    account = Account.objects.create(kind="resident", person_id=person, opened_at=MONDAY)
    return Actor(account=account.pk, person=person)
