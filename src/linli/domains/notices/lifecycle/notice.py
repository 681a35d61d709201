"""The life of a notice: written, reviewed by somebody else, published, then corrected, withdrawn or filed away."""

from __future__ import annotations

from linli.domains.notices import states
from linli.domains.notices.lifecycle.drafting import Discard, Draft, Revise, Submit, TakeBackDraft
from linli.domains.notices.lifecycle.ending import Archive, BeCorrected, WithdrawNotice
from linli.domains.notices.lifecycle.reviewing import (
    Approve,
    ConfirmAfterwards,
    Publish,
    PublishNow,
    SendBack,
    WithdrawApproval,
)
from linli.kernel.lifecycle import Lifecycle
from linli.kernel.words import say

NOTICE = Lifecycle(
    kind="notice",
    words=say("Notice", "公告"),
    states=states.NOTICE,
    opening=Draft,
    transitions=(
        Approve,
        SendBack,
        Submit,
        PublishNow,
        ConfirmAfterwards,
        Revise,
        TakeBackDraft,
        WithdrawApproval,
        WithdrawNotice,
        Discard,
        Publish,
        BeCorrected,
        Archive,
    ),
)
