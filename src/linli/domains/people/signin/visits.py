"""Where an attempt comes from: enough to limit and to recognise, too little to identify."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from linli.domains.people.signin import device_cookie
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.vocabulary import Device


@dataclass(frozen=True, slots=True)
class Visit:
    """An opaque mark for limits; network prefix and kind of device for the log. The address itself is not kept.

    A browser known from an earlier sign-in is counted by itself, any other by its network: one stranger behind a
    shared address cannot use up the tries of neighbours who have been here before.
    """

    mark: UUID
    network: str
    device: Device
    trusted_for: frozenset[UUID] = field(default=frozenset())
    """Accounts that signed in fully from this browser before."""


def visit_of(request: HttpRequest) -> Visit:
    """What a request tells about where it comes from."""
    address, cookie = client_address(request), device_cookie.read(request)
    return Visit(
        mark=mark("device", str(cookie.device)) if cookie else mark("network", limited_network(address)),
        network=shown_network(address),
        device=device_kind(request.headers.get("user-agent", "")),
        trusted_for=frozenset(cookie.accounts) if cookie else frozenset(),
    )


def client_address(request: HttpRequest) -> str:
    """The client's address, as told by the outermost of our own proxies (setting TRUSTED_PROXIES, 0 by default)."""
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    trusted = int(settings.TRUSTED_PROXIES)
    if trusted and len(hops) >= trusted:
        return hops[-trusted]
    return str(request.META.get("REMOTE_ADDR") or "")


def limited_network(address: str) -> str:
    """The unit that limits count by: one IPv4 address, or the /64 that one IPv6 line owns."""
    return _prefix(address, four=32, six=64)


def shown_network(address: str) -> str:
    """The prefix the log keeps: /24 or /48, a neighbourhood of lines rather than one."""
    return _prefix(address, four=24, six=48)


def _prefix(address: str, *, four: int, six: int) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    return str(ip_network((parsed, four if parsed.version == 4 else six), strict=False))


KINDS = (
    (re.compile(r"MicroMessenger", re.I), Device.WECHAT),
    (re.compile(r"iPad|Tablet|Android(?!.*Mobile)", re.I), Device.TABLET),
    (re.compile(r"Mobile|iPhone|Android", re.I), Device.PHONE),
    (re.compile(r"Windows|Macintosh|X11|Linux", re.I), Device.COMPUTER),
)


def device_kind(user_agent: str) -> Device:
    """The kind of device a browser says it runs on."""
    return next((kind for pattern, kind in KINDS if pattern.search(user_agent)), Device.OTHER)
