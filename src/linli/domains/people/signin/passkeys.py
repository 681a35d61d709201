"""Passkeys (WebAuthn Level 3) by python-fido2: offered only where the browser's address allows them.

The library comes with the first passkey: most web processes never see one, and it weighs several megabytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest

from linli.domains.people.signin.models import Passkey
from linli.domains.people.signin.vocabulary import Device
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

if TYPE_CHECKING:
    from fido2.server import Fido2Server
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse, RegistrationResponse

State = dict[str, Any]
"""What the browser's session keeps between asking and answering."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Site:
    """The address a passkey is bound to: scheme, host name and port as the browser sees them."""

    scheme: str
    host: str
    port: str = ""

    @property
    def can_hold(self) -> bool:
        """Browsers bind passkeys to names over https, or to localhost; never to bare numbers."""
        return not _is_number(self.host) and (self.scheme == "https" or self.host == "localhost")

    @property
    def origin(self) -> str:
        """The origin the browser signs."""
        return f"{self.scheme}://{self.host}{f':{self.port}' if self.port else ''}"


def site_of(request: HttpRequest) -> Site:
    """The site as this browser reached it; its name was checked against ALLOWED_HOSTS."""
    host, _, port = request.get_host().rpartition(":")
    if not host or not port.isdecimal():
        host, port = request.get_host(), ""
    return Site("https" if settings.SECURE else request.scheme or "http", host, port)


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def begin_adding(account: UUID, *, label: str, site: Site) -> tuple[str, State]:
    """Options for the browser's `credentials.create`, as JSON, and what to keep until it answers."""
    from fido2.webauthn import (  # noqa: PLC0415 - see above
        PublicKeyCredentialUserEntity,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    user = PublicKeyCredentialUserEntity(id=account.bytes, name=label, display_name=label)
    options, state = _server(site).register_begin(
        user,
        credentials=_held(account),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.dumps(dict(options)), state


def add(account: UUID, answer: str, *, state: State | None, site: Site, device: Device, at: datetime) -> UUID:
    """Keeps the public half of the passkey the browser made, and answers its identifier."""
    from fido2.webauthn import RegistrationResponse  # noqa: PLC0415 - see above

    response: RegistrationResponse = _parsed(answer, RegistrationResponse.from_dict)
    made = _checked(lambda: _server(site).register_complete(_needed(state), response))
    if made.credential_data is None:
        raise refused()
    credential = made.credential_data
    if Passkey.objects.filter(credential=credential.credential_id).exists():
        raise refused()
    kept = Passkey.objects.create(
        account=account,
        credential=credential.credential_id,
        data=bytes(credential),
        counter=made.counter,
        device=device,
        added_at=at,
    )
    return kept.id


def begin_using(account: UUID | None, *, site: Site) -> tuple[str, State]:
    """Options for `credentials.get`: this account's passkeys, or any the device holds for this site."""
    from fido2.webauthn import UserVerificationRequirement  # noqa: PLC0415 - see above

    required = UserVerificationRequirement.REQUIRED
    options, state = _server(site).authenticate_begin(_held(account) if account else None, user_verification=required)
    return json.dumps(dict(options)), state


def use(answer: str, *, state: State | None, site: Site, account: UUID | None = None, at: datetime) -> UUID:
    """The account whose passkey answered; with `account` only its own count."""
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse  # noqa: PLC0415 - see above

    response: AuthenticationResponse = _parsed(answer, AuthenticationResponse.from_dict)
    found = Passkey.objects.filter(credential=response.raw_id).first()
    if found is None or (account and found.account != account):
        raise refused()
    credential = AttestedCredentialData(bytes(found.data))
    _checked(lambda: _server(site).authenticate_complete(_needed(state), [credential], response))
    if not _move_counter(found, response.response.authenticator_data.counter, at=at):
        raise refused()
    return found.account


def _move_counter(passkey: Passkey, counter: int, *, at: datetime) -> bool:
    """A counter that does not grow betrays a copied key; keys that do not count always say 0 (WebAuthn 6.1.1)."""
    grows = Q(counter__lt=counter) if counter else Q(counter=0)
    return bool(Passkey.objects.filter(grows, id=passkey.id).update(counter=counter, used_at=at))


def _server(site: Site) -> Fido2Server:
    from fido2.server import Fido2Server  # noqa: PLC0415 - see above
    from fido2.webauthn import PublicKeyCredentialRpEntity  # noqa: PLC0415 - see above

    entity = PublicKeyCredentialRpEntity(id=site.host, name=str(settings.SIGNIN_ISSUER))
    return Fido2Server(entity, verify_origin=lambda origin: origin == site.origin)


def _held(account: UUID) -> Sequence[AttestedCredentialData]:
    from fido2.webauthn import AttestedCredentialData  # noqa: PLC0415 - see above

    kept = Passkey.objects.filter(account=account).values_list("data", flat=True)
    return [AttestedCredentialData(bytes(data)) for data in kept]


def _parsed(answer: str, read: Callable[[Any], Answer | None]) -> Answer:
    parsed = _checked(lambda: read(json.loads(answer)))
    if parsed is None:
        raise refused()
    return parsed


def _checked(step: Callable[[], Answer]) -> Answer:
    """What a browser sends can be anything: whatever the library trips over is a refusal, not a fault."""
    try:
        return step()
    except Invalid:
        raise
    except Exception as error:
        raise refused() from error


def _needed(state: State | None) -> State:
    if state is None:
        raise refused()
    return state


def refused() -> Invalid:
    """One answer for every way a passkey can fail."""
    return Invalid(
        say(
            "That passkey did not work. Try again, or sign in another way.",
            "通行密钥验证未通过，请重试或改用其他方式登录。",
        )
    )
