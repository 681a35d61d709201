"""Sending a text message and asking after one: Tencent Cloud SMS, API version 2021-01-11.

Chosen because number and parameters travel in the signed body: no phone number ever stands in an address or a
proxy's log.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings

from linli.domains.delivery.sms.answers import SHORTLY, NotSent, Unsure, refuse
from linli.domains.delivery.sms.tc3 import authorization

if TYPE_CHECKING:
    import httpx

VERSION = "2021-01-11"
JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Gateway:
    """One account at the gateway."""

    url: str
    key: str
    secret: str = field(repr=False)
    app: str
    sign: str
    region: str = "ap-guangzhou"
    patience: float = 10.0

    def send(self, *, phone: str, template: str, params: Sequence[str], context: str, at: datetime) -> str:
        """Sends; answers the gateway's serial number, or raises NotSent or Unsure."""
        answer = self._call(
            "SendSms",
            {
                "PhoneNumberSet": [phone],
                "SmsSdkAppId": self.app,
                "SignName": self.sign,
                "TemplateId": template,
                "TemplateParamSet": list(params),
                "SessionContext": context,
            },
            at=at,
        )
        status = answer["SendStatusSet"][0]
        if status["Code"] != "Ok":
            refuse(status["Code"])
        return str(status["SerialNo"])

    def sent(self, *, phone: str, context: str, since: datetime, at: datetime) -> str | None:
        """The serial number of what left for `phone` since then with this `context`, else None.

        Accounts for which the gateway keeps no context count any message of that time: better none than two.
        """
        answer = self._call(
            "PullSmsSendStatusByPhoneNumber",
            {
                "PhoneNumber": phone,
                "SmsSdkAppId": self.app,
                "BeginTime": int((since - timedelta(seconds=5)).timestamp()),
                "EndTime": int(at.timestamp()),
                "Offset": 0,
                "Limit": 100,
            },
            at=at,
        )
        rows = answer.get("PullSmsSendStatusSet") or []
        return next((str(row["SerialNo"]) for row in rows if row.get("SessionContext") in (context, "", None)), None)

    def _call(self, action: str, given: dict[str, Any], *, at: datetime) -> dict[str, Any]:
        import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

        body = json.dumps(given, ensure_ascii=False).encode()
        try:
            response = httpx.post(
                self.url, content=body, headers=self._headers(action, body, int(at.timestamp())), timeout=self.patience
            )
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotSent("unreachable", again_in=SHORTLY) from error
        except httpx.HTTPError as error:
            raise Unsure("no_answer") from error
        return _read(response)

    def _headers(self, action: str, body: bytes, at: int) -> dict[str, str]:
        import httpx  # noqa: PLC0415 - 9 MB that a web worker seldom needs

        signed = {"content-type": JSON, "host": httpx.URL(self.url).netloc.decode(), "x-tc-action": action}
        return {
            **signed,
            "authorization": authorization(
                key=self.key, secret=self.secret, service="sms", headers=signed, body=body, at=at
            ),
            "x-tc-timestamp": str(at),
            "x-tc-version": VERSION,
            "x-tc-region": self.region,
        }


def _read(response: httpx.Response) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = response.json()["Response"]
    except (ValueError, KeyError, TypeError) as error:
        raise Unsure(f"http_{response.status_code}") from error
    if "Error" in answer:
        refuse(answer["Error"]["Code"])
    return answer


def gateway() -> Gateway | None:
    """The account named in the settings; None where none is."""
    if not settings.SMS_URL:
        return None
    return Gateway(
        url=settings.SMS_URL,
        key=settings.SMS_KEY,
        secret=settings.SMS_SECRET,
        app=settings.SMS_APP,
        sign=settings.SMS_SIGN,
        region=settings.SMS_REGION,
    )
