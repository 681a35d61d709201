"""The sentences with which disputes say no."""

from __future__ import annotations

from linli.domains.matters.engine.refusals import files_refused
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import say


def same_party() -> Refusal:
    """Somebody named as their own opponent."""
    sentence = say("This is the applicant. Name the other party.", "这是申请人本人，请填写对方当事人。")
    return Invalid(sentence, fields={"name": sentence})


def sheet_missing() -> Refusal:
    """A signature on paper without the sheet."""
    return files_refused(say("Add a photo of the signed sheet.", "请附上签字页的照片。"))


def applicant_unknown() -> Refusal:
    """Filed for somebody who is not named: nobody could be asked whether they want it."""
    sentence = say(
        "Give the applicant's name, and their phone where they have one.", "请填写申请人姓名；有电话的，也请填写电话。"
    )
    return Invalid(sentence, fields={"applicant_name": sentence})


def sign_in_first() -> Refusal:
    """A party must be known: what is sealed for nobody could be shown to nobody."""
    return Refusal(
        say(
            "Sign in with your phone number to apply for mediation, or ask the community.",
            "申请调解请先用手机号登录，或请社区代办。",
        ),
        code="sign_in_first",
    )


def no_agreement_yet() -> Refusal:
    """Asked for before there was one."""
    return Refusal(
        say("There is no agreement yet. The mediator drafts it with you.", "还没有协议，由调解员和双方一起拟定。")
    )
