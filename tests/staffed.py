"""The neighbourhood with its posts held for good, for tests that come in through a door."""

from __future__ import annotations

from uuid import UUID

import pytest
from tests.neighbourhood import MONDAY, Neighbourhood

from linli.domains.people.actor import Actor, HeldPost

STAFF = ("desk", "handler", "other_handler", "verifier", "caller", "supervisor", "stranger")
NAME, PHONE = "李示例", "13800001234"


def appoint(actor: Actor) -> None:
    """Writes the posts an actor was given in memory."""
    from linli.domains.people.models import Post, Role
    from linli.domains.places.models import Place

    for post in actor.posts:
        code = f"r-{post.id.hex[-10:]}"
        role = Role.objects.create(code=code, name="岗位", name_en="Post", rights=sorted(post.rights))
        Post.objects.create(
            id=post.id,
            account_id=actor.account,
            organisation_id=post.organisation,
            role=role,
            place=Place.objects.get(path=post.area),
            since=MONDAY,
        )


@pytest.fixture
def here(neighbourhood) -> Neighbourhood:
    """The neighbourhood; its resident gave a name and a number."""
    from linli.domains.people.actions import register_person
    from linli.domains.people.actor import SYSTEM

    for name in STAFF:
        appoint(getattr(neighbourhood, name))
    person = register_person(name=NAME, phone=PHONE, by=SYSTEM, at=MONDAY)
    neighbourhood.resident = Actor(person=person)
    return neighbourhood


@pytest.fixture
def life(here):
    """A request of the resident, moved to a state: `life("filed")`, `life("replied", text=…)`."""
    from tests.domains.requests.lives import Life

    def lived(state: str = "received", **details: object) -> object:
        return getattr(Life(here, **details), state)()

    return lived


@pytest.fixture
def administration(here) -> Neighbourhood:
    """Administrators of the whole: `system`, `security`, `audit`; of the other community alone: `far_system`, …."""
    from linli.domains.people.actions import install_standard_roles
    from linli.domains.people.actor import SYSTEM

    install_standard_roles(by=SYSTEM, at=MONDAY)
    for prefix, place in (("", here.places["subdistrict"]), ("far_", here.places["poplar"])):
        for kind in ("system", "security", "audit"):
            made = administrator(f"{prefix}{kind}", f"{kind}_admin", place, here.units["office"])
            setattr(here, f"{prefix}{kind}", made)
    return here


def administrator(username: str, role: str, place: object, unit: UUID) -> Actor:
    """A member of staff in one standard role over a place."""
    from linli.domains.people.models import Account, Post

    account = Account.objects.create(kind="staff", username=username, display_name=f"员{username}", opened_at=MONDAY)
    post = Post.objects.create(account=account, organisation_id=unit, role_id=role, place=place, since=MONDAY)
    rights = frozenset(post.role.rights)
    return Actor(account=account.pk, posts=(HeldPost(post.pk, unit, role, place.path, rights),))
