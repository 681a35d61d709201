"""Sends one claimed message by its channel: opens the address for that alone, and writes down what came of it."""

from __future__ import annotations

from datetime import datetime
from email.errors import HeaderParseError
from email.utils import format_datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage

from linli.domains.delivery import claims
from linli.domains.delivery.channels import Channel, Recipient
from linli.domains.delivery.models import Sending
from linli.domains.delivery.quiet_hours import not_before
from linli.domains.delivery.reply_addresses import ABOVE, reply_address
from linli.domains.delivery.retries import ATTEMPTS
from linli.domains.delivery.sms.answers import SHORTLY, NotSent, Unsure
from linli.domains.delivery.sms.gateway import Gateway, gateway
from linli.domains.delivery.stopping import BELOW, stop_headers, stop_link
from linli.domains.delivery.templates import template
from linli.domains.delivery.wechat import client as wechat
from linli.kernel.refusal import Refusal
from linli.kernel.vault import Basis, Opener, Purpose, open_values

OPENER = Opener(account=None, person=None, label="delivery")


def post(sending: Sending, *, maybe_left: bool, at: datetime) -> None:
    """Sends it unless it is too late or, by the gateway's own account, already gone."""
    if at > sending.until:
        claims.mark_lapsed(sending, at=at)
        return
    if sending.quiet and not_before(at) > at:
        claims.keep_until(sending, not_before(at))
        return
    if sending.attempts > ATTEMPTS[Channel(sending.channel)]:
        claims.mark_failed(sending, error="tried_often_enough", at=at)
        return
    try:
        claims.mark_sent(sending, receipt=_leave(sending, maybe_left=maybe_left, at=at), at=at)
    except Unsure as answer:
        claims.mark_unsure(sending, error=answer.code)
    except NotSent as answer:
        claims.put_off(sending, error=answer.code, at=at, again_in=answer.again_in)


def _leave(sending: Sending, *, maybe_left: bool, at: datetime) -> str:
    address = _open(sending, at=at)
    if sending.channel == Channel.EMAIL:
        return _by_email(sending, address, at=at)
    if sending.channel == Channel.WECHAT:
        return _by_wechat(sending, address, at=at)
    return _by_sms(sending, address, maybe_left=maybe_left, at=at)


def _open(sending: Sending, *, at: datetime) -> str:
    reach = template(sending.message.template).reach
    if reach is not None:
        address = reach(sending.address)
        if address is None:
            raise NotSent("address_gone")
        return address
    try:
        opened = open_values(
            [sending.address],
            by=OPENER,
            purpose=Purpose.DELIVER,
            basis=Basis.CONSENT,
            matter=sending.message.matter,
            at=at,
        )
    except Refusal as refusal:  # erased since, or its key is not here
        raise NotSent(refusal.code) from refusal
    return str(opened[sending.address])


def _by_sms(sending: Sending, phone: str, *, maybe_left: bool, at: datetime) -> str:
    account, number = _account(), international(phone)
    context = str(sending.id)
    if maybe_left and sending.claimed_at:
        gone = account.sent(phone=number, context=context, since=sending.claimed_at, at=at)
        if gone:
            return gone
    text, language = _approved(sending)
    params = template(sending.message.template).sms_params(sending.message.params, language=language)
    return account.send(phone=number, template=text, params=params, context=context, at=at)


def _by_wechat(sending: Sending, address: str, *, at: datetime) -> str:
    """One template message for each sending, however often it is sent: WeChat knows it by its identifier."""
    official = wechat.account()
    if official is None:
        raise NotSent("no_account")
    words, params = template(sending.message.template), sending.message.params
    news = words.sentence(params).in_language(sending.language)
    number = str(params.get("number", ""))
    return official.send_news(to=address, number=number, news=news, context=str(sending.id), at=at)


def _account() -> Gateway:
    account = gateway()
    if account is None:
        raise NotSent("no_gateway")
    return account


def _approved(sending: Sending) -> tuple[str, str]:
    """The gateway's number for this text and its language: the reader's first, else Chinese.

    The demo's gateway knows every text by our own name for it.
    """
    languages = dict.fromkeys((sending.language[:2], "zh"))
    names = {f"{sending.message.template}.{language}": language for language in languages}
    approved = {name: name for name in names} if settings.DEMO else settings.SMS_TEMPLATES
    for name, language in names.items():
        if name in approved:
            return str(approved[name]), language
    raise NotSent("no_approved_text")


def _by_email(sending: Sending, address: str, *, at: datetime) -> str:
    """One Message-ID per sending, so that a mail system drops the copy a killed worker may cause."""
    words, params = template(sending.message.template), sending.message.params
    message_id, answers = f"<{sending.id}@{settings.MAIL_DOMAIN}>", _answers_to(sending)
    sentence = words.sentence(params).in_language(sending.language)
    above = f"{ABOVE.in_language(sending.language)}\n\n" if answers else ""
    stop = stop_link(sending)
    below = f"\n{BELOW.fill(link=stop).in_language(sending.language)}\n" if stop else ""
    message = EmailMessage(
        subject=words.subject.fill(**words.read(params)).in_language(sending.language) if words.subject else "",
        body=f"{above}{sentence}\n\n{settings.BASE_URL}\n{below}",
        to=[address],
        reply_to=answers,
        headers={"Message-ID": message_id, "Date": format_datetime(at), "Auto-Submitted": "auto-generated"}
        | stop_headers(stop),
    )
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        raise NotSent("recipient_refused") from error
    except (ValueError, HeaderParseError) as error:  # no mail can be written to such an address
        raise NotSent("no_address") from error
    except (SMTPException, OSError) as error:
        raise NotSent(type(error).__name__, again_in=SHORTLY) from error
    return message_id


def _answers_to(sending: Sending) -> list[str]:
    """The address that brings an answer back to its matter, in letters to people about one."""
    message = sending.message
    if message.matter is None or message.to not in (Recipient.PERSON, Recipient.ADDRESS):
        return []
    return list(filter(None, [reply_address(message.matter, recipient=message.recipient)]))


def international(phone: str) -> str:
    """A mainland number in E.164 form; what already begins with + stays."""
    return phone if phone.startswith("+") else f"+86{phone}"
