"""Review (审核) by another pair of eyes: facts, secrecy, personal data; in an emergency afterwards, but always."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.notices.guards import every_mark_decided, is_emergency, no_blanks, still_ahead, three_ticks
from linli.domains.notices.parts import alerter, reviewer, system
from linli.domains.notices.states import APPROVED, DRAFT, IN_REVIEW, PUBLISHED, UNREVIEWED
from linli.kernel.lifecycle import Detail, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

Facts = Annotated[bool, Detail(say("Facts, figures and dates are right", "事实、数字、日期准确"))]
Secrecy = Annotated[bool, Detail(say("Nothing in it is secret", "不涉密、不涉敏"))]
Personal = Annotated[bool, Detail(say("Nobody's personal data is left in it without need", "没有不必要的个人信息"))]
WHY = Detail(say("What is to be mended", "退回原因"), rows=3)


class Approve(Transition):
    """Three ticks, and a decision on every passage the check marked."""

    words = say("Approve it", "审核通过")
    source = (IN_REVIEW,)
    target = (APPROVED,)
    who = reviewer
    guards = (three_ticks, every_mark_decided, still_ahead)
    clocks = (Stop("review_notice"),)
    tone = Tone.DONE
    public = False

    facts: Facts = False
    secrecy: Secrecy = False
    personal: Personal = False
    decisions: Annotated[
        tuple[str, ...],
        Field(max_length=400),
        Detail(say("Marked passages", "标记处理"), choices="decisions"),
    ] = ()


class SendBack(Transition):
    """Not yet: its writers are told what to mend."""

    words = say("Send it back", "退回修改")
    source = (IN_REVIEW,)
    target = (DRAFT,)
    who = reviewer
    clocks = (Stop("review_notice"),)
    tells = (Tell("holder", "notice.sent_back"),)
    tone = Tone.WRONG
    public = False

    reason: Annotated[StaffText, Field(min_length=2), WHY]


class WithdrawApproval(Transition):
    """A reviewer takes the approval back before it came out: it does not come out."""

    words = say("Take the approval back", "撤回审核")
    source = (APPROVED,)
    target = (DRAFT,)
    who = reviewer
    tells = (Tell("holder", "notice.sent_back"),)
    tone = Tone.WRONG
    public = False
    duty = False

    reason: Annotated[StaffText, Field(min_length=2), WHY]


class Publish(Transition):
    """Follows the approval, at once or at its time."""

    words = say("Published", "发布")
    source = (APPROVED,)
    target = (PUBLISHED,)
    who = system
    derived = True


class PublishNow(Transition):
    """An emergency: it comes out with everything marked covered, and is reviewed by somebody else within hours."""

    words = say("Publish now, review afterwards", "立即发布（先发后审）")
    source = (DRAFT,)
    target = (UNREVIEWED,)
    who = alerter
    guards = (is_emergency, no_blanks)
    clocks = (Start("review_after", "notices.review_after"),)
    tone = Tone.WRONG


class ConfirmAfterwards(Transition):
    """The second pair of eyes found it right; where it did not, it is withdrawn or corrected."""

    words = say("Reviewed: it is right", "补审通过")
    source = (UNREVIEWED,)
    target = (PUBLISHED,)
    who = reviewer
    guards = (three_ticks,)
    clocks = (Stop("review_after"),)
    tone = Tone.DONE

    facts: Facts = False
    secrecy: Secrecy = False
    personal: Personal = False
