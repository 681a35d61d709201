"""Who calls: a bearer token, and the purpose an operation needs of it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from linli.domains.people.actor import Actor
from linli.domains.people.tokens.queries import actor_with
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say


class Token(HttpBearer):
    """Lets through whoever holds a token for this purpose."""

    openapi_name = "token"

    def __init__(self, purpose: TokenPurpose) -> None:
        super().__init__()
        self.purpose = purpose

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor behind the token; None is answered as an unknown token."""
        actor = actor_with(token, at=timezone.now())
        if actor is not None and self.purpose not in (actor.purposes or ()):
            raise NotAllowed(
                say(
                    "This token does not serve the purpose “{purpose}”. Ask for one that does.",
                    "这个令牌不能用于“{purpose}”，请申请相应用途的令牌。",
                    purpose=self.purpose.words,
                )
            )
        return actor


READ, FILE, ACT, FIGURES = (Token(purpose) for purpose in TokenPurpose)


def caller(request: HttpRequest) -> Actor:
    """The actor that the token stands for."""
    actor = request.auth  # type: ignore[attr-defined]  # ninja leaves what authenticate answered here
    if not isinstance(actor, Actor):
        raise TypeError("an operation without a token asked who calls")
    return actor


def secret_of(request: HttpRequest) -> str:
    """The token itself, as it was sent."""
    return request.headers["Authorization"].partition(" ")[2]
