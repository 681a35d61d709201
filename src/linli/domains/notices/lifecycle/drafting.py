"""Writing a notice (拟稿): words sealed until they are approved, for whom it is meant, when it comes out and ends."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.utils.timezone import is_naive, make_aware
from pydantic import AfterValidator, Field

from linli.domains.notices.guards import no_blanks, period_given, rebuttal_whole, times_ahead
from linli.domains.notices.parts import writer
from linli.domains.notices.states import APPROVED, DISCARDED, DRAFT, IN_REVIEW
from linli.domains.notices.vocabulary import NoticeType
from linli.kernel.lifecycle import Detail, StaffText, Start, Stop, Tone, Transition
from linli.kernel.words import say


def _here(moment: datetime | None) -> datetime | None:
    """A time without a zone is meant as clocks on the wall here show it."""
    return make_aware(moment) if moment and is_naive(moment) else moment


LONGEST_TITLE = 60
MOST_PLACES = 60

Title = Annotated[StaffText, Field(min_length=2, max_length=LONGEST_TITLE), Detail(say("Title", "标题"))]
Body = Annotated[
    StaffText,
    Field(min_length=5),
    Detail(
        say("What you announce", "正文"),
        hint=say("An empty line begins a new paragraph.", "空一行就是另起一段。"),
        rows=14,
    ),
]
Claim = Annotated[StaffText, Detail(say("What is claimed", "传言内容"), rows=2)]
Verifier = Annotated[StaffText, Detail(say("Who verified it", "核实单位"))]
Evidence = Annotated[StaffText, Detail(say("On what evidence", "核实依据"), rows=3)]


class Written(Transition):
    """What every version of a draft has."""

    guards = (rebuttal_whole, period_given, times_ahead)
    public = False

    title: Title
    body: Body
    places: Annotated[
        tuple[UUID, ...],
        Field(min_length=1, max_length=MOST_PLACES),
        Detail(say("For whom", "面向哪里"), choices="places"),
    ]
    period: Annotated[
        str,
        Field(max_length=8),
        Detail(say("Period disclosed", "所属时期"), hint=say("2026Q3, or 2026-09", "如 2026Q3、2026-09")),
    ] = ""
    claim: Claim = ""
    verifier: Verifier = ""
    evidence: Evidence = ""
    until: Annotated[date | None, Detail(say("Holds until", "有效期至"))] = None
    publish_at: Annotated[datetime | None, AfterValidator(_here), Detail(say("Publish at", "定时发布"))] = None


class Draft(Written):
    """Begun by somebody of the body that announces it."""

    words = say("Begin a notice", "起草")
    target = (DRAFT,)
    who = writer

    type: Annotated[NoticeType, Detail(say("What is it?", "公告类型"))]


class Revise(Written):
    """Another version of the draft; the earlier ones are kept, sealed, and can be compared."""

    words = say("Revise it", "修改")
    source = (DRAFT,)
    target = (DRAFT,)
    who = writer
    duty = False


class Submit(Transition):
    """Somebody else is asked to review it."""

    words = say("Submit for review", "提交审核")
    source = (DRAFT,)
    target = (IN_REVIEW,)
    who = writer
    guards = (no_blanks,)
    clocks = (Start("review_notice", "notices.review"),)
    public = False


class TakeBackDraft(Transition):
    """Back to its writers, also where it was approved and waits for its time: then it does not come out."""

    words = say("Take it back to revise", "收回修改")
    source = (IN_REVIEW, APPROVED)
    target = (DRAFT,)
    who = writer
    clocks = (Stop("review_notice"),)
    public = False
    duty = False


class Discard(Transition):
    """It will not come out."""

    words = say("Discard the draft", "弃稿")
    source = (DRAFT,)
    target = (DISCARDED,)
    who = writer
    tone = Tone.WRONG
    public = False
    duty = False
