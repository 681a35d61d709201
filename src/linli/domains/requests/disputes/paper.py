"""The file of a dispute (调解案卷), and a party's agreement, as papers: made from what was entered once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate, localtime

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import Moment
from linli.domains.requests.disputes.notice import LAW, NOTICE, TITLE
from linli.domains.requests.disputes.queries import DisputeView
from linli.domains.requests.disputes.vocabulary import About, Confirmed, Owing, Side
from linli.kernel.papers import Facts, Heading, NewPage, Paper, Paragraph, Part, Signature, Signatures, Table
from linli.kernel.words import Words, say

NOBODY = say("not given", "未提供")
EFFECT = say(
    "It takes effect when both parties and the mediator have signed and the committee has sealed it. Each party has a "
    "copy, the committee keeps one. Within 30 days both may together ask the people's court to confirm it.",
    "本协议自双方当事人签名、盖章或者按指印，调解员签名并加盖调委会印章之日起生效。当事人各执一份，调委会留存一份。"
    "双方可自生效之日起三十日内共同向人民法院申请司法确认。",
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A dispute as it is opened for a paper: `words` are originals by text, `names` the parties' by part."""

    dispute: Matter
    view: DisputeView
    moments: Sequence[Moment]
    committee: Words
    place: str
    words: Mapping[UUID, str] = field(repr=False)
    names: Mapping[UUID, tuple[str, str]] = field(repr=False)
    language: str = "zh"

    def say(self, words: Words | str) -> str:
        """Words in the paper's language."""
        return words.in_language(self.language) if isinstance(words, Words) else words

    def day(self, at: datetime | date) -> str:
        """A day, as documents write it."""
        on = localdate(at) if isinstance(at, datetime) else at
        return self.say(say(on.isoformat(), f"{on.year}年{on.month}月{on.day}日"))

    def of(self, *verbs: str, number: str = "") -> list[Moment]:
        """The acts of these verbs, oldest first, of the dispute or of one part."""
        wanted = number or self.dispute.number
        return [moment for moment in self.moments if moment.number == wanted and moment.verb in verbs]

    def text(self, moment: Moment, name: str) -> str:
        """One text of an act in its original words."""
        return next((self.words.get(text.pk, text.body) for text in moment.texts if text.field == name), "")


def whole_file(told: Told) -> Paper:
    """Everything, each document on a page of its own, in the order of a mediation file."""
    documents = [
        _application(told),
        _notice(told),
        _facts(told),
        *_minutes(told),
        _agreement(told),
        _performance(told),
        _confirmation(told),
        _revisits(told),
        _ending(told),
    ]
    parts: list[Part] = [*_cover(told)]
    for document in documents:
        if document:
            parts += [NewPage(), *document]
    return _paper(told, say("Mediation file", "人民调解案卷"), parts)


def agreement_alone(told: Told) -> Paper:
    """What both parties sign, and keep a copy of."""
    return _paper(told, say("Mediation agreement", "人民调解协议书"), _agreement(told, heading=False))


def _paper(told: Told, title: Words, parts: Sequence[Part]) -> Paper:
    return Paper(title=told.say(title), parts=parts, language=told.language, footer=told.dispute.number)


def _cover(told: Told) -> Iterator[Part]:
    life = kind_of(told.dispute.kind).life
    yield Facts(
        [
            (told.say(say("Number", "编号")), told.dispute.number),
            (told.say(say("Committee", "调解组织")), told.say(told.committee)),
            (told.say(say("About", "纠纷类型")), told.say(About(told.dispute.facts["about"]).words)),
            (told.say(say("Place", "地点")), told.place),
            (told.say(say("Applied for on", "申请日期")), told.day(told.dispute.opened_at)),
            (told.say(say("Now", "当前状态")), told.say(life.by_code[told.dispute.state].words)),
            *_parties(told),
        ]
    )


def _parties(told: Told) -> Iterator[tuple[str, str]]:
    for part in told.view.disputants:
        name, phone = told.names.get(part.pk, ("", ""))
        yield told.say(Side(part.facts["side"]).words), "  ".join(filter(None, (name, phone))) or told.say(NOBODY)


def _application(told: Told) -> list[Part]:
    parts: list[Part] = [Heading(told.say(say("Application", "人民调解申请书")))]
    for part in told.view.disputants:
        for moment in told.of("join", number=part.number):
            if words := told.text(moment, "text"):
                parts += [Paragraph(words), Paragraph(told.day(moment.at), small=True)]
    for moment in told.of("apply"):
        if words := told.text(moment, "summary"):
            parts.append(Paragraph(words))
    return parts if len(parts) > 1 else []


def _notice(told: Told) -> list[Part]:
    rows = [(told.say(articles), told.say(words)) for articles, words in NOTICE]
    heard = []
    for part in told.view.disputants:
        side = told.say(Side(part.facts["side"]).words)
        for moment in told.of("agree", "agree_in_person", "decline", number=part.number):
            heard.append(Signature(side, f"{told.say(moment.words)}\n{_when(moment.at)}"))
    return [
        Heading(told.say(TITLE)),
        Paragraph(told.say(LAW)),
        Facts(rows),
        *([Signatures(heard)] if heard else []),
    ]


def _facts(told: Told) -> list[Part]:
    found = told.of("record_facts")
    if not found:
        return []
    parts: list[Part] = [Heading(told.say(say("Facts of the dispute", "纠纷事实调查记录")))]
    for moment in found:
        parts += [Paragraph(_by(told, moment), small=True), Paragraph(told.text(moment, "facts"))]
    return parts


def _minutes(told: Told) -> Iterator[list[Part]]:
    for number, moment in enumerate(told.of("hold_session"), 1):
        yield [
            Heading(told.say(say("Minutes of session {n}", "调解笔录（第 {n} 次）", n=number))),
            Facts(
                [
                    (told.say(say("Held on", "日期")), told.day(date.fromisoformat(moment.details["held_on"]))),
                    (told.say(say("Present", "参加人")), told.text(moment, "present")),
                    (told.say(say("Mediator", "调解员")), moment.by_name),
                ]
            ),
            Paragraph(told.text(moment, "minutes")),
            Signatures([*(_blank(told, part) for part in told.view.disputants), _of_mediator(told)]),
        ]


def _agreement(told: Told, *, heading: bool = True) -> list[Part]:
    drafts = told.of("draft_agreement")
    if not drafts or "draft" not in told.dispute.facts:
        return []
    head: list[Part] = [Heading(told.say(say("Mediation agreement", "人民调解协议书")))] if heading else []
    return [
        *head,
        Facts([(told.say(say("Number", "编号")), told.dispute.number), *_parties(told)]),
        *(Paragraph(told.text(moment, "facts")) for moment in told.of("record_facts")),
        Paragraph(told.text(drafts[-1], "agreement")),
        *_promises(told),
        Paragraph(told.say(EFFECT), small=True),
        Signatures([*(_signature(told, part) for part in told.view.disputants), _mediator_signed(told)]),
    ]


def _promises(told: Told) -> Iterator[Part]:
    rows = [
        [told.say(Owing(promise.facts["owing"]).words), _promised(told, promise), told.day(_due(promise))]
        for promise in told.view.promises
        if promise.state != "struck"
    ]
    head = [say("Who", "履行人"), say("What", "履行内容"), say("By", "期限")]
    if rows:
        yield Table([told.say(each) for each in head], rows)


def _performance(told: Told) -> list[Part]:
    rows = []
    for promise in told.view.promises:
        acts = [
            moment for moment in told.moments if moment.number == promise.number and moment.verb in ("keep", "miss")
        ]
        for moment in acts:
            rows.append(
                [_promised(told, promise), told.say(moment.words), told.day(moment.at), told.text(moment, "evidence")]
            )
    if not rows:
        return []
    head = [say("Promise", "履行事项"), say("Result", "结果"), say("On", "日期"), say("How known", "核实情况")]
    return [Heading(told.say(say("Performance", "协议履行记录"))), Table([told.say(each) for each in head], rows)]


def _confirmation(told: Told) -> list[Part]:
    rows = []
    for moment in told.of("file_confirmation", "record_confirmation"):
        outcome = moment.details.get("outcome")
        said = told.say(Confirmed(outcome).words) if outcome else told.say(moment.words)
        rows.append(
            (
                told.day(moment.at),
                "\n".join(filter(None, (said, told.text(moment, "court"), told.text(moment, "note")))),
            )
        )
    return [Heading(told.say(say("The court's confirmation", "司法确认"))), Facts(rows)] if rows else []


def _revisits(told: Told) -> list[Part]:
    rows = [(told.day(moment.at), told.text(moment, "revisit")) for moment in told.of("revisit")]
    return [Heading(told.say(say("Revisits", "回访记录"))), Facts(rows)] if rows else []


def _ending(told: Told) -> list[Part]:
    ended = told.of(
        "end_without_agreement", "end_unperformed", "decline_to_mediate", "party_ended", "applicant_withdrew"
    )
    if not ended:
        return []
    last = ended[-1]
    meaning = kind_of(told.dispute.kind).life.by_code[told.dispute.state].meaning
    return [
        Heading(told.say(say("How it ended", "终结情况"))),
        Facts([(told.day(last.at), told.say(last.words))]),
        Paragraph(told.text(last, "reason")),
        Paragraph(told.say(meaning)),
    ]


def _promised(told: Told, promise: Matter) -> str:
    said = next((moment for moment in told.of("add_promise") if str(moment.id) == promise.facts["event"]), None)
    return told.text(said, "promise") if said else promise.title


def _due(promise: Matter) -> date:
    return date.fromisoformat(promise.facts["due"])


def _signature(told: Told, part: Matter) -> Signature:
    side = told.say(Side(part.facts["side"]).words)
    if part.facts.get("signed_on_paper") or "signed_at" not in part.facts:
        return Signature(side)
    name, _ = told.names.get(part.pk, ("", ""))
    how = told.say(say("signed on screen", "已在线签署"))
    return Signature(
        side, "\n".join(filter(None, (name, f"{how}  {_when(datetime.fromisoformat(part.facts['signed_at']))}")))
    )


def _mediator_signed(told: Told) -> Signature:
    signed = told.of("sign_as_mediator")
    if not signed:
        return _of_mediator(told)
    return Signature(
        told.say(say("Mediator, and the committee's seal", "调解员（并加盖调委会印章）")),
        f"{signed[-1].by_name}  {_when(signed[-1].at)}",
    )


def _of_mediator(told: Told) -> Signature:
    return Signature(told.say(say("Mediator", "调解员")))


def _blank(told: Told, part: Matter) -> Signature:
    return Signature(told.say(Side(part.facts["side"]).words))


def _by(told: Told, moment: Moment) -> str:
    return f"{told.day(moment.at)}  {moment.by_name}"


def _when(at: datetime) -> str:
    return f"{localtime(at):%Y-%m-%d %H:%M}"
