"""The states of a whistle (吹哨) and of each department's report-in (报到), in official words and in plain ones."""

from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

WHISTLE_ASKED = State(
    "whistle_asked",
    say("To decide", "待吹哨"),
    say("The subdistrict decides whether to call departments.", "由街道决定是否吹哨。"),
    Tone.WAIT,
)
BLOWN = State(
    "blown",
    say("Whistle blown", "已吹哨"),
    say("The departments called report in and do their share.", "被吹哨的部门正在报到、办理。"),
)
NOT_BLOWN = State(
    "not_blown",
    say("Not blown", "未吹哨"),
    say("The subdistrict did not call anybody; the lead goes on.", "街道未同意吹哨，由主办单位继续办理。"),
    Tone.WRONG,
    final=True,
)
WHISTLE_OVER = State(
    "whistle_over",
    say("Over", "吹哨办结"),
    say("Every department called has been judged or let go.", "被吹哨的部门都已评价或撤回。"),
    Tone.DONE,
    final=True,
)
WHISTLE_LAPSED = State(
    "whistle_lapsed",
    say("No longer needed", "已失效"),
    say("It was answered or ended before anybody was called.", "吹哨之前已答复或终结，不再需要。"),
    Tone.DONE,
    final=True,
)

CALLED = State(
    "called",
    say("To report in", "待报到"),
    say("The department was called and has to report in.", "已吹哨，等部门报到。"),
    Tone.WAIT,
)
REPORTED_IN = State(
    "reported_in",
    say("Reported in", "已报到"),
    say("The department has come and does its share.", "部门已报到，正在办理自己的一份。"),
)
SHARE_DONE = State(
    "share_done",
    say("Share done", "已办理，待评价"),
    say("The department did its share; whoever called it judges.", "部门已办完自己的一份，等吹哨方评价。"),
    Tone.WAIT,
)
SHARE_JUDGED = State(
    "share_judged",
    say("Judged", "已互评"),
    say("Both sides have judged each other.", "双方已互相评价。"),
    Tone.DONE,
    final=True,
)
RELEASED = State(
    "released",
    say("Let go", "已撤回"),
    say("The department is needed no more.", "不再需要这个部门。"),
    Tone.DONE,
    final=True,
)
CALLED_OFF = State(
    "called_off",
    say("Called off", "已终止"),
    say("The request ended, and this with it.", "诉求已终结，报到随之终止。"),
    Tone.DONE,
    final=True,
)

EXPECTED = (CALLED, REPORTED_IN)
"""A department whose share is still to come."""
