"""What a request is, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from linli.design.said import moment
from linli.design.shapes import Fact, Text
from linli.domains.matters.hiding import hidden_of
from linli.domains.requests.categories import category_words
from linli.domains.requests.queries import RequestView
from linli.domains.requests.vocabulary import Channel, HidingGround, RequestKind, Urgency
from linli.kernel.words import Words, say


def facts(view: RequestView, *, place: Words | str, now: datetime) -> list[Fact]:
    """Number, place, kind, category, urgency, channel, receiver, and what went wrong so far."""
    matter, row = view.matter, view.request
    return [
        Fact(name=say("Number", "编号"), value=matter.number),
        Fact(name=say("Place", "地点"), value=place),
        Fact(name=say("About", "类别"), value=category_words(matter.category)),
        Fact(name=say("Kind", "性质"), value=RequestKind(row.kind).words),
        Fact(name=say("Urgency", "紧急程度"), value=Urgency(matter.facts.get("urgency", row.urgency)).words),
        Fact(name=say("Reported", "上报"), value=_reported(view, now)),
        *_receiver(view),
        *_mediation(view),
        Fact(name=say("Shown to neighbours", "邻居可见"), value=_shared(view)),
        *_counted(view),
    ]


def _reported(view: RequestView, now: datetime) -> Words:
    channels = {channel.value: channel.words for channel in Channel}
    how = channels.get(view.request.channel, say(view.request.channel, view.request.channel))
    return say("{at}, {how}", "{at}，{how}", at=moment(view.matter.opened_at, now=now), how=how)


def _receiver(view: RequestView) -> Iterator[Fact]:
    if view.request.first_receiver:
        yield Fact(name=say("First receiver", "首接单位"), value=view.request.first_receiver.words)


def _mediation(view: RequestView) -> Iterator[Fact]:
    if number := view.matter.facts.get("mediation"):
        yield Fact(name=say("Waits for its mediation", "转调解"), value=number)


def _shared(view: RequestView) -> Text:
    if view.request.confidential:
        return say("No; the unit does not learn who asks", "否；对承办单位保密")
    if view.matter.visibility == "private":
        return say("No", "否")
    if hidden := hidden_of(view.matter):
        return say(
            "Hidden: {ground} ({scope})",
            "已隐藏：{ground}（{scope}）",
            ground=HidingGround(hidden.ground).words,
            scope=hidden.scope.words,
        )
    return say("Yes, masked", "是（已遮盖）") if view.matter.published_at else say("After it is filed", "立案后可见")


def _counted(view: RequestView) -> Iterator[Fact]:
    row = view.request
    counted = (
        (row.bounces, say("Returned by units", "退单")),
        (row.reopenings, say("Reopened", "重办")),
        (row.call_backs, say("Called back", "回访")),
    )
    for times, words in counted:
        if times:
            yield Fact(name=words, value=say("{n} times", "{n} 次", n=times))
