"""What posts may let their holders do with requests."""

from __future__ import annotations

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

READ = Right(
    "requests.read",
    say("Read all requests of an area", "查看辖区全部诉求"),
    holder=say("whoever reads requests here", "本辖区工作人员"),
)
ACCEPT = Right(
    "requests.accept",
    say("Accept requests or name the right door", "受理诉求或告知应找的部门"),
    holder=say("the desk that accepts", "受理岗"),
)
DISPATCH = Right("requests.dispatch", say("Dispatch requests to units", "派单"), holder=say("the dispatcher", "派单岗"))
HANDLE = Right(
    "requests.handle",
    say("Handle what is sent to one's own unit", "办理派给本单位的工单"),
    holder=say("whoever answers for the unit", "承办人"),
)
LEAD = Right(
    "requests.lead",
    say("Hand over colleagues' cases and note who is away, in one's own unit", "安排本单位的交接和顶岗"),
    holder=say("whoever leads the unit", "本单位负责人"),
)
VERIFY = Right(
    "requests.verify", say("Check results on site", "核查办理结果"), holder=say("whoever checks results", "核查人")
)
CALL_BACK = Right(
    "requests.call_back", say("Call residents back", "回访居民"), holder=say("the call-back desk", "回访岗")
)
SUPERVISE = Right(
    "requests.supervise", say("Supervise what is late or goes wrong", "督办"), holder=say("the supervisor", "督办岗")
)
WHISTLE = Right("requests.whistle", say("Call departments together", "吹哨"), holder=say("whoever whistles", "吹哨岗"))
MODERATE = Right(
    "requests.moderate",
    say("Hide from neighbours what may not be public", "对邻居隐藏不宜公开的内容"),
    holder=say("whoever moderates what neighbours see", "公开内容管理人"),
)
CONTACT = Right(
    "requests.contact",
    say("Open a reporter's name and number", "查看诉求人姓名电话"),
    holder=say("whoever may open a reporter's contact", "可查看联系方式的人员"),
)
IMPORT = Right("requests.import", say("Import requests from files", "从表格导入诉求"))

declare(
    READ,
    ACCEPT,
    DISPATCH,
    HANDLE,
    LEAD,
    VERIFY,
    CALL_BACK,
    SUPERVISE,
    WHISTLE,
    MODERATE,
    CONTACT,
    IMPORT,
    family=say("Requests", "诉求"),
)
