"""Files that are checked alone, without the log: what an opening or a proof file says, and whether it is true."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from linli.cli.speaking import console
from linli.kernel.auditing import Proven, check_entry, check_opening, parse_opening, time_of
from linli.kernel.tlog import Doubt, Policy, parse_proof
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

UNTRUE, UNVOUCHED = 3, 4
STANDS = say(
    "✓ True: entry {index} stands in {origin}, which had {size} entries then.",
    "✓ 真实：{origin}（当时共 {size} 条）的第 {index} 条确实如此。",
)
COMMITTED = say(
    "✓ True: entry {index} of {origin} committed to exactly this as “{name}”:",
    "✓ 真实：{origin} 的第 {index} 条当时以“{name}”承诺的正是以下内容：",
)
VOUCHED = say("  {name} vouched for it at {at}.", "  {name} 于 {at} 作证。")
TOO_FEW = say(
    "? Fewer witnesses vouch for it than your policy asks for ({needed}).",
    "? 作证的见证方少于你的策略要求（{needed} 个）。",
)


def tell_alone(policy: Policy, *, opening: bytes, proof: bytes, languages: Sequence[str]) -> int:
    """Say what the file proves, or why it proves nothing; answers the exit code."""
    name = value = ""
    try:
        if opening:
            opened = parse_opening(opening)
            proven, name, value = check_opening(opened, policy), opened.name, opened.value
        else:
            proven = check_entry(parse_proof(proof), policy)
    except Doubt as doubt:
        for language in languages:
            console.print(f"✗ {doubt.zh if language == 'zh' else doubt.en}", markup=False)
        return UNTRUE
    for language in languages:
        _tell(proven, policy, name, language)
    console.print(json.dumps(proven.entry, ensure_ascii=False, indent=1), markup=False)
    if opening:
        console.print(value, markup=False)
    return 0 if proven.enough else UNVOUCHED


def _tell(proven: Proven, policy: Policy, name: str, language: str) -> None:
    told = COMMITTED if name else STANDS
    lines = [told.fill(index=proven.index, origin=proven.origin, size=proven.size, name=name)]
    lines += [VOUCHED.fill(name=witness, at=time_of(at)) for witness, at in proven.vouching.items()]
    lines += [] if proven.enough else [TOO_FEW.fill(needed=policy.needed())]
    for line in lines:
        console.print(line.in_language(language), markup=False)
