"""What the stand-in gateway approves of: declared texts, short values, and no more messages than a phone may get."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from linli.demo import outbox
from linli.domains.delivery.templates import templates

LONGEST_PARAMETER = 6
LIMITS = (
    (timedelta(seconds=30), 1, "LimitExceeded.PhoneNumberThirtySecondLimit"),
    (timedelta(hours=1), 5, "LimitExceeded.PhoneNumberOneHourLimit"),
    (timedelta(days=1), 10, "LimitExceeded.PhoneNumberDailyLimit"),
)


def text_for(given: dict[str, Any], *, sign: str) -> tuple[str, str]:
    """The text as it reaches the phone, and the error code where there is one."""
    approved = _approved().get(str(given.get("TemplateId", "")))
    values = [str(value) for value in given.get("TemplateParamSet") or []]
    if given.get("SignName") != sign:
        return "", "FailedOperation.SignatureIncorrectOrUnapproved"
    if approved is None:
        return "", "FailedOperation.TemplateUnapprovedOrNotExist"
    if len(values) != len(re.findall(r"{\d+}", approved)):
        return "", "FailedOperation.TemplateParamSetNotMatchApprovedTemplate"
    if any("://" in value for value in values):
        return "", "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter"
    if any(len(value) > LONGEST_PARAMETER for value in values):
        return "", "InvalidParameterValue.TemplateParameterLengthLimit"
    filled = re.sub(r"{(\d+)}", lambda blank: values[int(blank[1]) - 1], approved)
    return f"【{sign}】{filled}", ""


def _approved() -> dict[str, str]:
    """The texts "approved" here: every declared one, under its own name and language."""
    return {
        f"{declared.key}.{language}": declared.gateway_text(language)
        for declared in templates()
        if declared.sms is not None
        for language in ("zh", "en")
    }


def over_limit(phone: str, at: datetime) -> str:
    """The error code of the frequency limit this phone has reached, if any."""
    times = [sent.moment for sent in outbox.sent() if sent.channel == "sms" and sent.to == phone]
    over = (code for span, most, code in LIMITS if sum(at - span < moment for moment in times) >= most)
    return next(over, "")
