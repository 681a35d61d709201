"""Personal names in running text: by surname, by what given names are made of, and by the words beside them.

No list of persons is used. Each candidate gathers evidence for and against being a name; what reaches the bar is one,
and so is what nearly reaches it in a row of names. A surname alone (王先生, 李某) shows no more than a mask does: kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linli.kernel.vault.masking import evidence
from linli.kernel.vault.masking.found import Span
from linli.kernel.vault.masking.name_context import FOLLOWING, NOT_GIVEN, SEPARATORS, TITLES
from linli.kernel.vault.masking.surnames import COMPOUND, SURNAMES
from linli.kernel.vault.masking.tokens import Tokens
from linli.kernel.vault.masking.widths import plain_widths

BAR = 2.8
IN_A_ROW = 1.5
_WORTH_A_LOOK = -1.0
_ANNOUNCED_WORD = -1.5
"""After 我叫, even an everyday word may be someone's name."""
_A_PLACE_ELSEWHERE = -3.0

_THANKING = frozenset("感谢多致酬答")
_SURNAME = re.compile(f"(?=({'|'.join(sorted(COMPOUND))}|[{''.join(SURNAMES)}])([\u4e00-\u9fff]{{1,2}}))")


_SAID = re.compile(
    r"(?:我叫|我名叫|名字叫|姓名:) ?((?![他她它你我们人不])[\u4e00-\u9fff]{2,4}(?:[·•][\u4e00-\u9fff]{1,8}){0,3})"
    r"(?=[,。;、!( \n]|$)"
)
"""A name its bearer gives, whatever it is made of: 我叫买买提·某某."""

_BY_A_NUMBER = re.compile(
    rf"\d{{7}}[,;:、( ]{{1,2}}((?:{'|'.join(sorted(COMPOUND))}|[{''.join(SURNAMES)}])[\u4e00-\u9fff]{{1,2}})"
    r"(?=[,。;、!)\n]|$)"
)
"""Whoever leaves a number signs it: 联系我13800000000，某某某。"""


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name, and the evidence so far."""

    start: int
    end: int
    surname: str
    value: str
    score: float
    placed: bool


def names(text: str) -> Iterator[Span]:
    """Every personal name; the surname stays readable."""
    candidates = list(_candidates(text))
    places = {one.value for one in candidates if one.placed}
    for one in candidates:
        if one.value in places and not one.placed:
            one.score += _A_PLACE_ELSEWHERE
    for name in _accepted(text, candidates):
        yield Span(name.start, name.end, "name", f"{name.surname}**")
    for said in (*_SAID.finditer(text), *_BY_A_NUMBER.finditer(text)):
        yield Span(said.start(1), said.end(1), "name", f"{said[1][0]}**")


def known(text: str, known_names: Iterable[str]) -> Iterator[Span]:
    """Every place where one of these names stands."""
    for name in known_names:
        plain = plain_widths(name)
        for found in re.finditer(re.escape(plain), text):
            surname = plain[:2] if plain[:2] in COMPOUND else plain[:1]
            yield Span(found.start(), found.end(), "name", f"{surname}**")


def _candidates(text: str) -> Iterator[Candidate]:
    """At each surname the likelier of one and two given characters, where it is worth a look at all."""
    tokens = Tokens(text)
    for found in _SURNAME.finditer(text):
        start, surname, given = found.start(), found[1], found[2]
        if given in TITLES or given in FOLLOWING or given[0] in NOT_GIVEN or _no_surname(text, start, surname):
            continue
        before = evidence.before(text, start)
        best: Candidate | None = None
        for size in range(1, len(given) + 1):
            score = evidence.shape(surname, given[:size]) + before
            if score < _WORTH_A_LOOK:
                continue
            end = start + len(surname) + size
            numbered = evidence.numbered(text, start, end)
            after = evidence.after(text, end, announced=before >= evidence.TITLED or numbered > 0)
            words = tokens.evidence(start, end)
            if before >= evidence.ANNOUNCED:
                words = max(words, _ANNOUNCED_WORD)
            score += words + after + numbered
            if not best or score > best.score:
                best = Candidate(start, end, surname, text[start:end], score, after <= evidence.PLACED)
        if best:
            yield best


def _accepted(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Those over the bar and, beside them in a row (甲、乙和丙), those not far below it; none overlapping."""
    chosen: list[Candidate] = []
    for one in candidates:
        lifted = one.score + (IN_A_ROW if chosen and _in_a_row(text, chosen[-1], one) else 0.0)
        if lifted < BAR:
            continue
        if chosen and one.start < chosen[-1].end:
            if one.score <= chosen[-1].score:
                continue
            chosen.pop()
        chosen.append(one)
    return chosen + _before_those(text, candidates, chosen)


def _before_those(text: str, candidates: list[Candidate], chosen: list[Candidate]) -> list[Candidate]:
    """The first of a row is often known only by those that follow."""
    more: list[Candidate] = []
    starts = {one.start for one in chosen}
    following: Candidate | None = None
    for one in reversed(candidates):
        if one.start in starts:
            following = one
        elif following and one.score + IN_A_ROW >= BAR and _in_a_row(text, one, following):
            more.append(one)
            following = one
    return more


def _no_surname(text: str, start: int, surname: str) -> bool:
    """感谢 and 3万 hold no surname."""
    before = text[max(0, start - 1) : start]
    return (surname == "谢" and before in {"感", "谢", "多", "致", "酬", "答"}) or (
        surname == "万" and before.isdigit()
    )


def _in_a_row(text: str, one: Candidate, following: Candidate) -> bool:
    between = text[one.end : following.start]
    return 0 < len(between) <= 2 and all(character in SEPARATORS for character in between)
