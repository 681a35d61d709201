"""The states of what is hidden from neighbours, and of what they find improper, in official words and plain ones."""

from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

HIDDEN = State(
    "hidden",
    say("Hidden", "已隐藏"),
    say("Neighbours do not see it; whoever wrote it can appeal once.", "邻居看不到，发布人可以申诉一次。"),
    Tone.WRONG,
    final=True,
)
APPEALED = State(
    "appealed",
    say("Appealed against", "申诉审查"),
    say("Whoever wrote it appealed; somebody else than who hid it decides.", "发布人已申诉，由隐藏人以外的人审查。"),
    Tone.WAIT,
)
STAYS_HIDDEN = State(
    "stays_hidden",
    say("Stays hidden", "维持隐藏"),
    say("The appeal was decided: neighbours do not see it.", "申诉审查后维持隐藏，邻居看不到。"),
    Tone.WRONG,
    final=True,
)
RESTORED = State(
    "restored",
    say("Shown again on appeal", "申诉后恢复"),
    say("The appeal was right: neighbours see it again.", "申诉成立，邻居又能看到了。"),
    Tone.DONE,
    final=True,
)
UNHIDDEN = State(
    "unhidden",
    say("Shown again", "已恢复"),
    say("It was shown again without an appeal.", "未经申诉，社区已恢复显示。"),
    Tone.DONE,
    final=True,
)

TO_LOOK_AT = State(
    "to_look_at",
    say("To look at", "待查看"),
    say("The community looks whether neighbours should see it.", "社区会查看是否应当向邻居公开。"),
    Tone.WAIT,
)
HEEDED = State(
    "heeded",
    say("Heeded", "已采纳"),
    say("The community hid it from neighbours.", "社区已对邻居隐藏。"),
    Tone.DONE,
    final=True,
)
NOT_HEEDED = State(
    "not_heeded",
    say("Not heeded", "未采纳"),
    say("The community leaves it as it is; why is written below.", "社区认为可以公开，理由写在下面。"),
    Tone.DONE,
    final=True,
)
