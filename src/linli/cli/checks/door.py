"""Whether the outside of the house is right: addresses, modes, who runs it, text messages and mail."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from django.conf import settings

from linli.cli.checks.finding import Finding, doubtful, fit, unfit
from linli.kernel.words import say

LOCAL = {"127.0.0.1", "localhost", "[::1]", "testserver"}


def modes() -> Finding:
    """Neither the demonstration nor the developers' mode."""
    if settings.DEBUG:
        return unfit(
            "debug", say("Faults show their inside: unset LINLI_DEBUG.", "出错页会泄露内部信息：去掉 LINLI_DEBUG。")
        )
    if settings.DEMO:
        return unfit("demo", say("This is a demonstration: unset LINLI_DEMO.", "这是演示模式：去掉 LINLI_DEMO。"))
    return fit("modes", say("Neither debug nor demo mode.", "不是调试或演示模式。"))


def address() -> Finding:
    """A public address, encrypted, that this deployment knows to be its own."""
    host = urlsplit(settings.BASE_URL).hostname or ""
    if not settings.BASE_URL.startswith("https://"):
        return unfit(
            "address",
            say(
                "Set LINLI_BASE_URL to the public address, beginning with https://; codes and names travel on it.",
                "请把 LINLI_BASE_URL 设为以 https:// 开头的公开网址：验证码和姓名都走这条线。",
            ),
        )
    if host not in settings.ALLOWED_HOSTS:
        return unfit(
            "address",
            say(
                "Add {host} to LINLI_HOSTS, or every page is refused.",
                "请把 {host} 加进 LINLI_HOSTS，否则所有页面都打不开。",
                host=host,
            ),
        )
    return fit("address", say("Residents come by {url}.", "居民访问的网址是 {url}。", url=settings.BASE_URL))


def hosts() -> Finding:
    """No name that others could use."""
    if "*" in settings.ALLOWED_HOSTS:
        return unfit("hosts", say("LINLI_HOSTS must name hosts, not *.", "LINLI_HOSTS 要写明域名，不能用 *。"))
    if set(settings.ALLOWED_HOSTS) <= LOCAL:
        return unfit("hosts", say("Set LINLI_HOSTS to your domain.", "请把 LINLI_HOSTS 设为你们的域名。"))
    return fit("hosts", say("Only named hosts are answered.", "只响应写明的域名。"))


def proxies() -> Finding:
    """Whether the visitor's own address is seen through the proxy that ends the encryption."""
    if settings.TRUSTED_PROXIES == 0:
        return doubtful(
            "proxies",
            say(
                "Behind a proxy set LINLI_PROXIES to their number, or all visitors share one limit.",
                "前面有代理时，请把 LINLI_PROXIES 设为代理层数，否则所有访客共用一个限额。",
            ),
        )
    return fit("proxies", say("Visitors are told apart behind proxies.", "能分清代理后面的访客。"))


def user() -> Finding:
    """An ordinary user."""
    if os.geteuid() == 0:
        return doubtful(
            "user",
            say("Run Linli as a user of its own, not as root.", "请用专门的普通用户运行邻里，不要用 root。"),
        )
    return fit("user", say("An ordinary user runs it.", "由普通用户运行。"))


def messages() -> Finding:
    """A real gateway for text messages: without one no resident can sign in."""
    if not settings.SMS_URL or "/demo/" in settings.SMS_URL:
        return unfit(
            "messages",
            say(
                "Text messages go nowhere: set LINLI_SMS_URL and LINLI_SMS_KEY, _SECRET, _APP, _SIGN.",
                "短信发不出去：请设置 LINLI_SMS_URL 以及 LINLI_SMS_KEY、_SECRET、_APP、_SIGN。",
            ),
        )
    return fit("messages", say("A gateway sends text messages.", "已接通短信网关。"))


def mail() -> Finding:
    """A server for e-mail, where it is wanted."""
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return doubtful(
            "mail", say("No e-mail is sent: set LINLI_SMTP_URL.", "没有发送电子邮件：请设置 LINLI_SMTP_URL。")
        )
    return fit("mail", say("E-mail is sent.", "能发送电子邮件。"))


def letterbox() -> Finding:
    """A mailbox that is read, where one is wanted: whoever writes must also get an answer."""
    if not settings.IMAP_URL:
        return fit("letterbox", say("No mailbox is read.", "没有接入来信邮箱。"))
    if "@" not in settings.MAIL_DESK or settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return unfit(
            "letterbox",
            say(
                "E-mails cannot be answered: with LINLI_IMAP_URL set LINLI_MAIL_DESK and LINLI_SMTP_URL.",
                "来信无法答复：设置 LINLI_IMAP_URL 时，还要设置 LINLI_MAIL_DESK 和 LINLI_SMTP_URL。",
            ),
        )
    return fit("letterbox", say("A mailbox is read and answered from.", "来信邮箱已接通。"))
