"""What units are told about notices, in words."""

from __future__ import annotations

from linli.domains.delivery.templates import register_template
from linli.kernel.words import say

_SENT_BACK = say("{number} was sent back; what to mend is on its page.", "{number} 已退回修改，原因见它的页面。")

register_template("notice.sent_back", _SENT_BACK, subject=_SENT_BACK)
