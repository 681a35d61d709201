"""What the resident reads once an act is done."""

from __future__ import annotations

from linli.kernel.lifecycle import State, Transition
from linli.kernel.words import Words, say

THANKS: dict[str, Words] = {
    "give_information": say("Thank you. The clock runs on and they work on.", "谢谢补充，已继续办理并恢复计时。"),
    "reopen": say("It starts again with the same receiver.", "已要求重办，由原受理人重新办理。"),
    "comment": say("Your message was sent to whoever has it.", "留言已发给承办人。"),
    "agree": say("Thank you. It begins once the other party wants it too.", "谢谢。对方也同意后就开始调解。"),
    "decline": say(
        "Noted. There is no mediation; the court stays open to you.", "已记下，不再调解。你仍可以依法起诉。"
    ),
    "sign": say("Signed. It binds once the others have signed too.", "已签字。其他人都签字后协议生效。"),
    "leave": say("The mediation has ended; the court stays open to you.", "调解已终止。你仍可以依法起诉。"),
    "confide": say("Only the mediator reads it.", "只有调解员能看到。"),
    "withdraw": say("You took it back. Nothing more happens with it.", "已撤回，不再办理。"),
}
CLOSED = say("Thank you. It is closed by your word.", "谢谢评价，这件事按你的意见办结。")
AGAIN = say(
    "Thank you for saying so. It is not closed: it starts again with the same receiver.",
    "谢谢直说。这件事没有结束，由原受理人重新办理。",
)
DONE = say("Done.", "已完成。")


def thanks(transition: type[Transition], state: State) -> Words:
    """What happened with it, in a sentence."""
    if transition.verb() == "judge":
        return CLOSED if state.final else AGAIN
    return THANKS.get(transition.verb(), DONE)
