"""A stand-in for Tencent Cloud SMS 2021-01-11: true signatures, true answers, true refusals; nothing leaves the house.

It answers SendSms and PullSmsSendStatusByPhoneNumber as the documented service does, with the default frequency
limits of a new account, and keeps what it "sent" in the demo's outbox.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from linli.demo import outbox
from linli.demo.sms_texts import over_limit, text_for
from linli.domains.delivery.sms.tc3 import ALGORITHM, authorization

CREDENTIAL = re.compile(
    rf"{ALGORITHM} Credential=(?P<key>[^/]+)/(?P<date>[\d-]+)/(?P<service>\w+)/tc3_request, "
    r"SignedHeaders=(?P<signed>[\w;-]+), Signature=(?P<signature>[0-9a-f]{64})"
)
CLOCKS_MAY_DIFFER = timedelta(minutes=5)
VERSION = "2021-01-11"
PHONE = re.compile(r"(?:\+86|0086|86)?(1[3-9]\d{9})")


class Refused(Exception):  # noqa: N818 - an answer of the service, not a fault of ours
    """The service refuses the whole call."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Account:
    """The one account this stand-in knows."""

    key: str
    secret: str = field(repr=False)
    app: str
    sign: str


def answer(account: Account, *, headers: Mapping[str, str], body: bytes, at: datetime) -> dict[str, Any]:
    """The JSON the service answers a POST with; header names in lower case."""
    try:
        _check_signature(account, headers=headers, body=body, at=at)
        given = _check_call(headers, body)
        reply = ACTIONS[headers["x-tc-action"]](account, given, at)
    except Refused as refused:
        reply = {"Error": {"Code": refused.code, "Message": refused.message}}
    return {"Response": {**reply, "RequestId": str(uuid4())}}


def _check_signature(account: Account, *, headers: Mapping[str, str], body: bytes, at: datetime) -> None:
    credential = CREDENTIAL.fullmatch(headers.get("authorization", ""))
    stamp = headers.get("x-tc-timestamp", "")
    if credential is None or not stamp.isdecimal():
        raise Refused("AuthFailure.InvalidAuthorization", "Authorization header is not in the TC3-HMAC-SHA256 form.")
    if abs(at.timestamp() - int(stamp)) > CLOCKS_MAY_DIFFER.total_seconds():
        raise Refused("AuthFailure.SignatureExpire", "The signature expired: clocks differ by more than five minutes.")
    if credential["key"] != account.key:
        raise Refused("AuthFailure.SecretIdNotFound", "The SecretId is not found.")
    signed = {name: headers.get(name, "") for name in credential["signed"].split(";")}
    right = authorization(
        key=account.key, secret=account.secret, service="sms", headers=signed, body=body, at=int(stamp)
    )
    if not {"content-type", "host"} <= signed.keys() or not hmac.compare_digest(right, headers["authorization"]):
        raise Refused("AuthFailure.SignatureFailure", "The signature is not the one calculated by the server.")


def _check_call(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    if headers.get("x-tc-version") != VERSION:
        raise Refused("NoSuchVersion", "There is no such version of this API.")
    if headers.get("x-tc-action") not in ACTIONS:
        raise Refused("InvalidAction", "There is no such action.")
    if not headers.get("x-tc-region"):
        raise Refused("MissingParameter", "The parameter `Region` is missing.")
    try:
        given = json.loads(body)
    except ValueError as error:
        raise Refused("FailedOperation.JsonParseFail", "The body is not JSON.") from error
    if not isinstance(given, dict):
        raise Refused("InvalidParameter", "The body is not a JSON object.")
    return given


def _send(account: Account, given: dict[str, Any], at: datetime) -> dict[str, Any]:
    phones = given.get("PhoneNumberSet") or []
    if not phones:
        raise Refused("MissingParameter.EmptyPhoneNumberSet", "No phone number was given.")
    if len(phones) > 200:
        raise Refused("LimitExceeded.PhoneNumberCountLimit", "At most 200 numbers in one call.")
    if given.get("SmsSdkAppId") != account.app:
        raise Refused("UnauthorizedOperation.SmsSdkAppIdVerifyFail", "The SmsSdkAppId is not of this account.")
    return {"SendStatusSet": [_send_one(account, str(phone), given, at) for phone in phones]}


def _send_one(account: Account, phone: str, given: dict[str, Any], at: datetime) -> dict[str, Any]:
    text, code = text_for(given, sign=account.sign)
    number = PHONE.fullmatch(phone)
    to = f"+86{number[1]}" if number else phone
    code = code or ("" if number else "InvalidParameterValue.IncorrectPhoneNumber") or over_limit(to, at)
    serial = "" if code else f"2640:{at.timestamp():.0f}{uuid4().int % 10**12:012}"
    context = str(given.get("SessionContext", ""))
    if not code:
        outbox.put(outbox.Sent("sms", to, text, at.isoformat(), serial, context))
    return {
        "SerialNo": serial,
        "PhoneNumber": to,
        "Fee": 0 if code else 1,
        "SessionContext": context,
        "Code": code or "Ok",
        "Message": "send success" if not code else code.rpartition(".")[2],
        "IsoCode": "CN",
    }


def _pull(account: Account, given: dict[str, Any], _at: datetime) -> dict[str, Any]:
    if given.get("SmsSdkAppId") != account.app:
        raise Refused("UnauthorizedOperation.SmsSdkAppIdVerifyFail", "The SmsSdkAppId is not of this account.")
    begin, end, limit = (given.get(name) for name in ("BeginTime", "EndTime", "Limit"))
    if not isinstance(begin, int) or not isinstance(end, int) or begin > end:
        raise Refused("InvalidParameterValue.InvalidStartTime", "BeginTime must not be after EndTime.")
    if not isinstance(limit, int) or not 0 < limit <= 100:
        raise Refused("InvalidParameterValue.LimitVerifyFail", "Limit must be 1 to 100.")
    found = [
        sent
        for sent in outbox.sent()
        if sent.channel == "sms" and sent.to == given.get("PhoneNumber") and begin <= sent.moment.timestamp() <= end + 1
    ]
    return {"PullSmsSendStatusSet": [_receipt(sent) for sent in found[:limit]]}


def _receipt(sent: outbox.Sent) -> dict[str, Any]:
    return {
        "UserReceiveTime": int(sent.moment.timestamp()),
        "CountryCode": "86",
        "SubscriberNumber": sent.to.removeprefix("+86"),
        "PhoneNumber": sent.to,
        "SerialNo": sent.serial,
        "ReportStatus": "SUCCESS",
        "Description": "DELIVRD",
        "SessionContext": sent.context,
    }


ACTIONS = {"SendSms": _send, "PullSmsSendStatusByPhoneNumber": _pull}
