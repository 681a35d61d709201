"""What may be asked about people and organisations."""

from linli.domains.people.queries.accounts import AccountSeen, account, accounts
from linli.domains.people.queries.actors import acting_for, actor_for
from linli.domains.people.queries.introducing import Introduction, introduce
from linli.domains.people.queries.organisations import (
    Colleague,
    Unit,
    holders,
    names_of,
    people_of,
    to_call,
    unit,
    units,
)
from linli.domains.people.queries.persons import (
    Reach,
    find_person_by_phone,
    person_with_phone,
    reach,
    same_people,
)
from linli.domains.people.queries.posts import (
    AuthorisationSeen,
    PostSeen,
    agencies,
    authorisations_of,
    held_post,
    posts,
)
from linli.domains.people.queries.roles import (
    Change,
    Effect,
    RolePreview,
    RoleSeen,
    preview_role_change,
    role,
    role_history,
    roles,
)
from linli.domains.people.queries.seen import who_saw

__all__ = [
    "AccountSeen",
    "AuthorisationSeen",
    "Change",
    "Colleague",
    "Effect",
    "Introduction",
    "PostSeen",
    "Reach",
    "RolePreview",
    "RoleSeen",
    "Unit",
    "account",
    "accounts",
    "acting_for",
    "actor_for",
    "agencies",
    "authorisations_of",
    "find_person_by_phone",
    "held_post",
    "holders",
    "introduce",
    "names_of",
    "people_of",
    "person_with_phone",
    "posts",
    "preview_role_change",
    "reach",
    "role",
    "role_history",
    "roles",
    "same_people",
    "to_call",
    "unit",
    "units",
    "who_saw",
]
