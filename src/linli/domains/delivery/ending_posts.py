"""Letters about a post that runs out soon: to whoever may give it anew, and to whoever holds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.templates import Shows, register_template
from linli.domains.people.absences.refusals import last_day
from linli.domains.people.queries import held_post, holders
from linli.domains.people.rights import POSTS
from linli.kernel.words import Words, say

_TO_GIVE = say(
    "A post ends after {day}: {role}, {unit}. Appoint anew or let it end: “People and posts”, “Post ends soon”.",
    "有岗位任期将满：{unit} {role}，至{day}。请续任或任其到期，见“人员岗位”中的“任期将满”。",
)
_TO_LEAVE = say(
    "Your post ends after {day}: {role}, {unit}. What is in your name is best handed over before.",
    "你在{unit}的岗位（{role}）任期至{day}。名下的事项请提前交接。",
)


def _words(given: Mapping[str, str]) -> Words:
    return Words(given["en"], given["zh"])


def _day(written: str) -> Words:
    return last_day(datetime.fromisoformat(written))


_SHOWS: Shows = {"day": _day, "role": _words, "unit": _words}
register_template("post.ending", _TO_GIVE, subject=_TO_GIVE, shows=_SHOWS)
register_template("post.ending_yours", _TO_LEAVE, subject=_TO_LEAVE, shows=_SHOWS)


def tell_of_ending(post: UUID, *, at: datetime) -> None:
    """Tells whoever appoints there, and the holder, each once; nobody of a post that was ended or given anew since."""
    seen = held_post(post)
    if seen is None or seen.until is None or seen.until <= at:
        return
    params = {
        "day": seen.until.isoformat(),
        "role": {"en": seen.role_words.en, "zh": seen.role_words.zh},
        "unit": {"en": seen.organisation_words.en, "zh": seen.organisation_words.zh},
    }
    appointing = {each.account for each in holders(POSTS.code, at_place=seen.area, at=at)} - {seen.account}
    told = [("post.ending", each) for each in sorted(appointing)] + [("post.ending_yours", seen.account)]
    send_many(
        [
            Letter(template=template, key=f"{template}:{post}:{account}", at=at, params=params, to_account=account)
            for template, account in told
        ]
    )
