"""Bodies that take part: founding, renaming, closing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from linli.domains.people.actions.posts import end_posts_of_organisation
from linli.domains.people.actor import Actor
from linli.domains.people.contacts import clean_phone
from linli.domains.people.models import Organisation
from linli.domains.people.refusals import invalid, no_such
from linli.domains.people.rights import PEOPLE, require
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places import queries as places
from linli.domains.places.naming import clean_name
from linli.kernel.words import say


def create_organisation(
    *,
    kind: OrganisationKind,
    name: str,
    name_en: str = "",
    credit_code: str = "",
    phone: str = "",
    place: UUID,
    by: Actor,
    at: datetime,
) -> UUID:
    """A body that answers for, or stands at, a place."""
    require(by, PEOPLE, at_place=places.get(place).path)
    organisation = Organisation(
        kind=kind.value,
        name=clean_name(name),
        name_en=clean_name(name_en, may_be_empty=True),
        credit_code=clean_credit_code(credit_code),
        phone=clean_phone(phone),
        place_id=place,
        created_at=at,
    )
    _save(organisation, new=True)
    return organisation.pk


def rename_organisation(
    *, organisation: UUID, name: str, name_en: str = "", phone: str | None = None, by: Actor, at: datetime
) -> None:
    """Gives a body another name, and another public telephone where `phone` says one; an empty one takes it away."""
    found = _to_change(organisation, by)
    found.phone = found.phone if phone is None else clean_phone(phone)
    found.name, found.name_en = clean_name(name), clean_name(name_en, may_be_empty=True)
    _save(found, new=False)


@transaction.atomic
def close_organisation(*, organisation: UUID, by: Actor, at: datetime) -> None:
    """Takes a body out of use and ends every post in it."""
    found = _to_change(organisation, by)
    found.active = False
    _save(found, new=False)
    end_posts_of_organisation(organisation=organisation, by=by, at=at)


def clean_credit_code(code: str) -> str:
    """A unified social credit code (GB 32100-2015) with its check figure right; or nothing."""
    if not code.strip():
        return ""
    try:
        return str(uscc.validate(code))
    except ValidationError:
        sentence = say(
            "This is not a valid unified social credit code: 18 characters, the last one a check. Copy it again.",
            "统一社会信用代码不正确：应为 18 位，末位为校验码，请重新核对。",
        )
        raise invalid("credit_code", sentence) from None


def _to_change(organisation: UUID, by: Actor) -> Organisation:
    found = Organisation.objects.select_related("place").filter(pk=organisation, active=True).first()
    if found is None:
        raise no_such(say("organisation", "机构"))
    require(by, PEOPLE, at_place=found.place.path)
    return found


def _save(organisation: Organisation, *, new: bool) -> None:
    try:
        with transaction.atomic():
            organisation.save(force_insert=new)
    except IntegrityError as error:
        if "credit_code" in str(error):
            taken = say(
                "Another organisation has this credit code. Use the one that exists.",
                "已有机构使用该统一社会信用代码，请直接使用已有机构。",
            )
            raise invalid("credit_code", taken) from None
        taken = say(
            "There is already such an organisation here. Use the one that exists, or choose another name.",
            "这里已有同名机构，请直接使用已有的，或换一个名称。",
        )
        raise invalid("name", taken) from None
