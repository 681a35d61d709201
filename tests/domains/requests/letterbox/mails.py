"""Mails as programs send them, made for tests."""

from __future__ import annotations

from email.message import EmailMessage

from linli.kernel.ids import new_id

DESK = "desk@liuyin.example.cn"
SENDER = "resident@example.com"
WORDS = "柳荫社区3号楼的电梯从昨天起就不动了，请来修。"


def written(text=WORDS, *, subject="电梯坏了", sender=f"示例居民 <{SENDER}>", to=DESK, html="", files=(), **headers):
    """The bytes of a mail; `files` are (content, type) pairs; a header that is None is left out."""
    mail = EmailMessage()
    usual = {"From": sender, "To": to, "Subject": subject, "Message-ID": f"<{new_id()}@example.com>"}
    for name, value in (usual | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value is not None:
            mail[name] = value
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    for content, mime in files:
        main, _, sub = mime.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename="照片.bin")
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def bounce(message_id, *, status="5.1.1", action="failed"):
    """A delivery status as Postfix sends it (RFC 3464), about the letter with that Message-ID."""
    return (
        "From: MAILER-DAEMON@mx.example.com\r\nTo: desk@liuyin.example.cn\r\nSubject: Undelivered Mail\r\n"
        f"Message-ID: <{new_id()}@mx.example.com>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        f"Final-Recipient: rfc822; resident@example.com\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\nSubject: x\r\n\r\n--b--\r\n"
    ).encode()
