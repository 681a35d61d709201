"""What the gateway answers, and what each answer means for the message."""

from __future__ import annotations

from datetime import timedelta


class NotSent(Exception):  # noqa: N818 - an answer of the gateway, not a fault of ours
    """The gateway refused: nothing left. `again_in` says when another try makes sense; None: never."""

    def __init__(self, code: str, *, again_in: timedelta | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.again_in = again_in


class Unsure(Exception):  # noqa: N818 - an answer of the gateway, not a fault of ours
    """It may or may not have left: ask after it before sending again."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


SHORTLY = timedelta(seconds=30)
AGAIN = {
    "LimitExceeded.PhoneNumberThirtySecondLimit": timedelta(seconds=31),
    "LimitExceeded.DeliveryFrequencyLimit": timedelta(minutes=5),
    "LimitExceeded.PhoneNumberOneHourLimit": timedelta(hours=1),
    "LimitExceeded.AppDailyLimit": timedelta(hours=6),
    "FailedOperation.InsufficientBalanceInSmsPackage": timedelta(hours=1),
    "UnauthorizedOperation.ServiceSuspendDueToArrears": timedelta(hours=1),
    "AuthFailure.SignatureExpire": timedelta(minutes=5),
    "RequestLimitExceeded": SHORTLY,
}
"""Refusals that pass by themselves or once an operator acts; every other one is final."""

MAY_HAVE_LEFT = ("InternalError",)


def refuse(code: str) -> None:
    """Raises what the gateway's error `code` means."""
    if code.startswith(MAY_HAVE_LEFT):
        raise Unsure(code)
    raise NotSent(code, again_in=AGAIN.get(code))
