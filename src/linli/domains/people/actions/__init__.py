"""What may be done about people, organisations, posts and roles."""

from linli.domains.people.actions.accounts import close_account, open_staff_account, reopen_account
from linli.domains.people.actions.authorisations import authorise, withdraw_authorisation
from linli.domains.people.actions.organisations import close_organisation, create_organisation, rename_organisation
from linli.domains.people.actions.own_copy import OwnContact, Principal, open_own_contact, open_principals
from linli.domains.people.actions.persons import (
    NewPerson,
    change_contact,
    erase_person,
    find_or_register,
    register_many,
    register_person,
)
from linli.domains.people.actions.posts import appoint, end_post
from linli.domains.people.actions.roles import change_role, create_role, install_standard_roles

__all__ = [
    "NewPerson",
    "OwnContact",
    "Principal",
    "appoint",
    "authorise",
    "change_contact",
    "change_role",
    "close_account",
    "close_organisation",
    "create_organisation",
    "create_role",
    "end_post",
    "erase_person",
    "find_or_register",
    "install_standard_roles",
    "open_own_contact",
    "open_principals",
    "open_staff_account",
    "register_many",
    "register_person",
    "rename_organisation",
    "reopen_account",
    "withdraw_authorisation",
]
