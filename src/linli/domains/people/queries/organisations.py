"""Organisations: by name, as choices for a dispatch, and who works in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.domains.people.models import Account, Organisation, Post
from linli.domains.people.refusals import no_such
from linli.domains.people.vocabulary import AccountKind, OrganisationKind
from linli.domains.places.paths import ancestors, below
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that work can be given to; `area` is the path of the place it answers for."""

    id: UUID
    kind: OrganisationKind
    words: Words
    area: str
    credit_code: str
    active: bool
    phone: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone in a post; `name` is empty where a resident holds it, whose name is sealed."""

    account: UUID
    post: UUID
    name: str
    role: str
    role_words: Words
    area: str
    since: datetime


def units(
    *, covering: str = "", within: str = "", kinds: Collection[OrganisationKind] = (), active_only: bool = True
) -> list[Unit]:
    """Bodies that answer for the place `covering` or something above it, or lie `within` an area; nearest first."""
    found = Organisation.objects.all()
    if covering:
        found = found.filter(place__path__in=ancestors(covering))
    if within:
        found = found.filter(below(within, field="place__path"))
    if kinds:
        found = found.filter(kind__in=kinds)
    if active_only:
        found = found.filter(active=True)
    return sorted(_units(found), key=lambda unit: (-unit.area.count("."), unit.kind, unit.words.zh))


def to_call(place: str) -> Unit | None:
    """Whom to call about this place: its residents' committee, else its subdistrict's office, of those with a number.

    One statement.
    """
    found = units(covering=place, kinds=(OrganisationKind.RESIDENTS_COMMITTEE, OrganisationKind.SUBDISTRICT_OFFICE))
    return next((unit for unit in found if unit.phone), None)


def unit(organisation: UUID) -> Unit:
    """One body, closed ones too."""
    found = _units(Organisation.objects.filter(pk=organisation))
    if not found:
        raise no_such(say("organisation", "机构"))
    return found[0]


def names_of(ids: Iterable[UUID]) -> dict[UUID, Words]:
    """What to call staff accounts and organisations, mixed; residents are not in the answer: their names are sealed.

    Two statements.
    """
    wanted = set(ids)
    names = {
        organisation.pk: organisation.words
        for organisation in Organisation.objects.filter(pk__in=wanted).only("name", "name_en")
    }
    staff = Account.objects.filter(pk__in=wanted - names.keys()).exclude(kind=AccountKind.RESIDENT.value)
    return names | {pk: Words(name, name) for pk, name in staff.values_list("pk", "display_name")}


def people_of(organisation: UUID, *, right: str = "", at: datetime) -> list[Colleague]:
    """Who holds a post in an organisation, or one that carries a certain right."""
    return _colleagues(Q(organisation=organisation), right, at)


def holders(right: str, *, at_place: str, at: datetime) -> list[Colleague]:
    """Who holds a right over a place, in whatever organisation."""
    return _colleagues(Q(place__path__in=ancestors(at_place)), right, at)


def _units(found: QuerySet[Organisation]) -> list[Unit]:
    return [as_unit(each) for each in found.select_related("place").defer("place__geometry")]


def as_unit(each: Organisation) -> Unit:
    """One row with its place as a value."""
    kind = OrganisationKind(each.kind)
    return Unit(each.pk, kind, each.words, each.place.path, each.credit_code, each.active, each.phone)


def _colleagues(where: Q, right: str, at: datetime) -> list[Colleague]:
    posts = Post.objects.filter(where, Q(until=None) | Q(until__gt=at), since__lte=at, account__is_active=True)
    if right:
        posts = posts.filter(role__rights__contains=[right])
    joined = posts.select_related("account", "role", "place").defer("place__geometry")
    return [colleague(post) for post in joined.order_by("since", "pk")]


def colleague(post: Post) -> Colleague:
    """One row with its account, role and place as a value."""
    return Colleague(
        post.account_id, post.pk, post.account.display_name, post.role_id, post.role.words, post.place.path, post.since
    )
