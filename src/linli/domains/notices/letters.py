"""What units are told about notices, in words."""

from __future__ import annotations

from linli.domains.delivery.templates import register_template
from linli.kernel.words import say

_SENT_BACK = say("{number} was sent back; what to mend is on its page.", "{number} 已退回修改，原因见它的页面。")

register_template("notice.sent_back", _SENT_BACK, subject=_SENT_BACK)

_OUT = say(
    "A notice for your home: {title} ({number}). Please read it.", "有和你家有关的公告：{title}（{number}），请查看。"
)
register_template(
    "notice.out",
    _OUT,
    subject=say("Notice {number}: {title}", "公告 {number}：{title}"),
    sms=say(
        "There is a notice for your home. Sign in to Linli to read it.", "社区发布了与您家有关的公告，请登录邻里查看。"
    ),
)

LETTERS = {
    "reply.asked": say("{number}: a resident asks about a notice of yours.", "{number}：有居民就公告提问，请答复。"),
    "reply.answered": say("{number}: your question about a notice was answered.", "{number}：你对公告的提问有答复了。"),
    "reply.turned": say(
        "{number}: what you asked became a request and is worked on.", "{number}：你提的事已转为诉求办理。"
    ),
}
for _key, _words in LETTERS.items():
    register_template(_key, _words, subject=_words)
