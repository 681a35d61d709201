"""What posts may let their holders do with requests."""

from __future__ import annotations

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

READ = Right("requests.read", say("whoever reads requests here", "本辖区工作人员"))
ACCEPT = Right("requests.accept", say("the desk that accepts", "受理岗"))
DISPATCH = Right("requests.dispatch", say("the dispatcher", "派单岗"))
HANDLE = Right("requests.handle", say("whoever answers for the unit", "承办人"))
VERIFY = Right("requests.verify", say("whoever checks results", "核查人"))
CALL_BACK = Right("requests.call_back", say("the call-back desk", "回访岗"))
SUPERVISE = Right("requests.supervise", say("the supervisor", "督办岗"))
CONTACT = Right("requests.contact", say("whoever may open a reporter's contact", "可查看联系方式的人员"))

declare(READ, ACCEPT, DISPATCH, HANDLE, VERIFY, CALL_BACK, SUPERVISE, CONTACT)
