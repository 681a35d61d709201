"""Where the interface is and in which formats, as the specification's service discovery has it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from linli.api.open311.formats import TYPES, Answer
from linli.kernel.words import say

CHANGED = "2026-11-23T00:00:00Z"
"""When what is said here last changed; move it with every change of this interface."""
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
KEYS = say(
    "Ask the system administrator of {site} for a token with the purpose “File requests”.",
    "请向 {site} 的系统管理员申请用途为“提交诉求”的令牌。",
)
CONTACT = say("Write to the community at {site}.", "请在 {site} 联系社区。")


def discover(request: HttpRequest) -> Answer:
    """One endpoint; a demonstration says that it is one."""
    site = settings.BASE_URL
    endpoint = {
        "specification": SPECIFICATION,
        "url": f"{site}/open311/v2",
        "changeset": CHANGED,
        "type": "test" if settings.DEMO else "production",
        "formats": [mime.partition(";")[0] for mime in TYPES.values()],
    }
    told = {
        "changeset": CHANGED,
        "contact": str(CONTACT.fill(site=site)),
        "key_service": str(KEYS.fill(site=site)),
        "endpoints": [endpoint],
    }
    return Answer("discovery", told)
