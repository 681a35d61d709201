"""Two disputes of the demo: one agreed, with a promise that falls due; one between two sessions."""

from __future__ import annotations

from uuid import UUID

from linli.demo.episodes import Teller
from linli.domains.matters.models import Matter
from linli.domains.requests.disputes.actions import Application, apply
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import sessions
from linli.domains.requests.disputes.vocabulary import About, Owing

MEDIATOR = "mediator"


def agreed(teller: Teller) -> None:
    """A leak from another home, from the application to the signatures; the promise is due in four days."""
    said = "楼上卫生间漏水，我家厨房吊顶泡坏了，找了几次都说不是他家的原因。"
    dispute = _begun(teller, About.WATER, said, "楼上住户", applicant=0, respondent=12)
    teller.does(life.RecordFacts(facts="楼上地漏接口老化渗水，双方到场看过，均无异议。"), MEDIATOR, on=dispute)
    minutes = "双方先各自陈述，再一起看了漏点照片。楼上愿意修，楼下同意不再要求误工费。"
    held = sessions.HoldSession(held_on=teller.at.date(), present="双方当事人、楼组长", minutes=minutes)
    teller.does(held, MEDIATOR, on=dispute)
    promise = "更换地漏接口，重做防水，并赔偿吊顶修复费八百元。"
    owed = life.AddPromise(owing=Owing.RESPONDENT, promise=promise, due=teller.ahead(4))
    teller.does(owed, MEDIATOR, on=dispute)
    words = "双方本着互谅互让，自愿达成如下协议；今后互不追究。"
    teller.does(life.DraftAgreement(agreement=words), MEDIATOR, on=dispute)
    _both(teller, dispute, party.Sign(agreed=True), applicant=0, respondent=12)
    teller.does(life.SignAsMediator(), MEDIATOR, on=dispute)


def between_sessions(teller: Teller) -> None:
    """Noise in the evening: the first session was held, the next is arranged."""
    said = "对门晚上练琴到十点多，孩子要中考，商量过两回没有结果。"
    dispute = _begun(teller, About.NOISE, said, "对门住户", applicant=13, respondent=14)
    minutes = "双方说了各自的作息，愿意再谈练琴的时间。"
    held = sessions.HoldSession(held_on=teller.at.date(), present="双方当事人", minutes=minutes)
    teller.does(held, MEDIATOR, on=dispute)
    arranged = sessions.ArrangeSession(session_on=teller.ahead(2), where="晚上七点，社区调解室")
    teller.does(arranged, MEDIATOR, on=dispute)


def _begun(teller: Teller, about: About, said: str, other: str, *, applicant: int, respondent: int) -> UUID:
    """Applied for, taken up, and wanted by both."""
    application = Application(about=about, place=teller.spot.place, text=said, other=other)
    part = apply(application, by=teller.resident(applicant), at=teller.later(1))
    assert part.parent_id is not None  # noqa: S101 - a party always is part of a dispute
    neighbour = teller.stage.neighbours[respondent]
    teller.does(life.Invite(name=neighbour.name, phone=neighbour.phone), MEDIATOR, on=part.parent_id)
    _both(teller, part.parent_id, party.Agree(read=True), applicant=applicant, respondent=respondent)
    return part.parent_id


def _both(teller: Teller, dispute: UUID, details: party.Agree | party.Sign, *, applicant: int, respondent: int) -> None:
    for which in (applicant, respondent):
        part = Matter.objects.get(parent=dispute, opener=teller.stage.persons[which])
        teller.does(details, teller.resident(which), on=part.pk)
