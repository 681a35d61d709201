"""The tables of people: who signs in, who lives here, who works where, who may do what, who acts for whom."""

from linli.domains.people.models.account import Account
from linli.domains.people.models.authorisation import Authorisation
from linli.domains.people.models.organisation import Organisation
from linli.domains.people.models.person import Person
from linli.domains.people.models.post import Post
from linli.domains.people.models.role import Role, RoleChange

__all__ = ["Account", "Authorisation", "Organisation", "Person", "Post", "Role", "RoleChange"]
