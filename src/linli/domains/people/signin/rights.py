"""Rights over sign-in itself; system, security and audit administrators are kept apart (GB/T 22239-2019, 8.1.5)."""

from linli.domains.people.rights import Administration, Right, declare
from linli.kernel.words import say

READ_LOG = Right("signin.read_log", say("Read the sign-in log", "查看登录日志"), Administration.AUDIT)
UNLOCK = Right(
    "signin.unlock", say("Unlock accounts and reset second factors", "解锁账号、重置二次验证"), Administration.SECURITY
)

declare(READ_LOG, UNLOCK, family=say("Sign-in", "登录"))
