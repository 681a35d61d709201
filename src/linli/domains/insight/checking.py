"""A person says of each message of a sample whether it is sorted where it belongs; each answer stands on the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.insight.models import Check, Digest
from linli.domains.insight.rights import CHECK
from linli.domains.insight.sampling import wilson
from linli.domains.matters.models import Event, Matter
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.requests.lifecycle.request import Accept
from linli.kernel.record import Fact, enter
from linli.kernel.refusal import NotAllowed, NotFound, Refusal
from linli.kernel.words import say

NO_DIGEST = say("There is no such digest.", "没有这份舆情摘要。")
NOT_IN_SAMPLE = say(
    "This message is not in the sample of this digest. Load the page again.", "这件不在本期样本里，请刷新页面。"
)
CHECKED = say(
    "Somebody has checked this one already. Load the page again for the next.", "这件已有人抽查，请刷新看下一件。"
)
OWN_WORK = say(
    "You sorted this one yourself when you accepted it. Leave it to somebody else.",
    "这件是你自己受理归类的，请留给别人抽查。",
)


@dataclass(frozen=True)
class Sample:
    """How a digest's sample stands: drawn, checked, and not fitting; the error is told once all were checked."""

    drawn: int
    checked: int
    wrong: int

    @property
    def done(self) -> bool:
        """Whether every one was checked."""
        return 0 < self.drawn <= self.checked

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the error lies with 95 of 100."""
        return wilson(self.wrong, self.checked)

    @property
    def low(self) -> str:
        """Its lower end."""
        return f"{100 * self.interval[0]:.1f} %"

    @property
    def high(self) -> str:
        """Its upper end."""
        return f"{100 * self.interval[1]:.1f} %"


def sample_of(digest: Digest) -> Sample:
    """How its sample stands; one statement."""
    said = list(Check.objects.filter(digest=digest).values_list("fits", flat=True))
    return Sample(len(digest.numbers["sample"]), len(said), said.count(False))


def to_check(digest: Digest, *, by: Actor) -> Sequence[str]:
    """Numbers of its sample that the actor may check and nobody has yet, in the order drawn; two statements."""
    require(by, CHECK, at_place=digest.numbers["place"])
    done = set(Check.objects.filter(digest=digest).values_list("number", flat=True))
    own = _sorted_by(by, [number for number in digest.numbers["sample"] if number not in done])
    return [number for number in digest.numbers["sample"] if number not in done | own]


@transaction.atomic
def check(digest: UUID, number: str, *, fits: bool, by: Actor, at: datetime) -> Check:
    """Notes that a message fits its category, or does not; once, and by nobody who sorted it."""
    found = Digest.objects.filter(pk=digest).select_for_update().first()
    if found is None:
        raise NotFound(NO_DIGEST)
    require(by, CHECK, at_place=found.numbers["place"])
    if by.account is None:
        raise NotAllowed(say("Sign in with your own account to check.", "请用本人账号登录后抽查。"))
    if number not in found.numbers["sample"]:
        raise NotFound(NOT_IN_SAMPLE)
    if Check.objects.filter(digest=found, number=number).exists():
        raise Refusal(CHECKED)
    if _sorted_by(by, [number]):
        raise NotAllowed(OWN_WORK)
    body = {"since": found.numbers["since"], "place": found.numbers["place"], "number": number, "fits": fits}
    entry = enter(Fact(stream=f"{found.numbers['place']}/digest", kind="digest.checked", body=body, at=at))
    return Check.objects.create(digest=found, number=number, fits=fits, by_account_id=by.account, at=at, entry=entry)


def _sorted_by(by: Actor, numbers: Sequence[str]) -> set[str]:
    """Those of these that the actor accepted, and so sorted."""
    matters = Matter.objects.filter(number__in=numbers)
    own = Event.objects.filter(matter__in=matters, verb=Accept.verb(), by_account=by.account)
    return set(own.values_list("matter__number", flat=True)) if by.account else set()
