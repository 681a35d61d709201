"""Whatever is granted, in whatever order, no account ever holds two administrations and someone can still appoint."""

import random
from contextlib import suppress
from datetime import timedelta
from importlib import import_module

import pytest

from linli.domains.people import actions, queries
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Post, Role
from linli.domains.people.rights import administrations, known
from linli.domains.people.separation import open_after, someone_appoints
from linli.kernel.refusal import Refusal

ROLES = ("system_admin", "security_admin", "audit_admin", "supervisor", "volunteer")


@pytest.mark.parametrize("seed", range(6))
def test_no_sequence_of_grants_brings_two_administrations_together(seed, town, hire, at):
    import_module("linli.domains.people.signin.rights")
    chance = random.Random(seed)
    accounts = [hire(f"staff{number}") for number in range(4)]
    keepers = [hire("keeper", "security_admin"), hire("spare", "security_admin")]
    for day in range(60):
        now = at + timedelta(days=day)
        by = chance.choice([SYSTEM, *(queries.actor_for(account, at=now) for account in keepers + accounts)])
        with suppress(Refusal):
            do_something(chance, town, accounts + keepers, by, now)
        assert someone_appoints(at=now)
        for account in accounts + keepers:
            held = Post.objects.filter(open_after(now), account=account).values_list("role__rights", flat=True)
            assert len(administrations({right for rights in held for right in rights})) <= 1


def do_something(chance, town, accounts, by, now):
    account, role = chance.choice(accounts), chance.choice(ROLES)
    match chance.randrange(4):
        case 0 | 1:
            since = now + timedelta(days=chance.choice([0, 0, 20]))
            place = chance.choice([town.subdistrict, town.community]).id
            actions.appoint(
                account=account, organisation=town.office, role=role, place=place, since=since, by=by, at=now
            )
        case 2:
            posts = list(Post.objects.filter(open_after(now), account=account).values_list("pk", flat=True))
            if posts and not by.system:
                actions.end_post(post=chance.choice(posts), by=by, at=now)
        case _:
            rights = chance.sample(sorted(known()), k=chance.randrange(4))
            version = Role.objects.get(pk=role).version
            actions.change_role(role=role, rights=rights, version=version, by=by, at=now)
