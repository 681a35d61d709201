"""What delivery hears from the rooms below: a sign-in code was asked for, a post ends soon, somebody was erased."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from linli.domains.delivery.actions import end_contact
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.ending_posts import tell_of_ending
from linli.domains.delivery.sign_in_codes import send_code
from linli.domains.people.announcing import PERSON_ERASED, POST_ENDING
from linli.domains.people.signin.codes import ASKED
from linli.kernel.events import Event, subscribe


@subscribe(ASKED, name="delivery.send_code")
def code_asked(event: Event) -> None:
    """Someone asked for a sign-in code."""
    send_code(UUID(event.payload["challenge"]), language=event.payload["language"], at=timezone.now())


@subscribe(POST_ENDING, name="delivery.post_ends_soon")
def post_ends_soon(event: Event) -> None:
    """A post runs out soon: whoever appoints there and whoever holds it are told."""
    tell_of_ending(UUID(event.payload["post"]), at=timezone.now())


@subscribe(PERSON_ERASED, name="delivery.person_erased")
def person_erased(event: Event) -> None:
    """Someone's data was erased: nothing leaves for them any more."""
    for channel in Channel:
        end_contact(channel, recipient=UUID(event.payload["person"]), at=timezone.now())
