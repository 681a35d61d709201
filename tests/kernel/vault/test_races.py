"""Many at once: one key per person, no value lost to a race, no value alive after an erasure."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from linli.kernel.ids import new_id
from linli.kernel.vault import Plain, erase, find, rewrap, rotate_master, seal, seal_many
from linli.kernel.vault.refusals import Erased

from .conftest import NOON

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.fault]


def at_once(act, *, threads, connected=40):
    """Runs `act(n)` in many threads that start together, and closes what each connected."""
    start = Barrier(connected)

    def one(n):
        if n < connected:
            start.wait()
        try:
            return act(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=connected) as pool:
        return list(pool.map(one, range(threads)))


def count(sql, *given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchone()[0]


def test_two_hundred_threads_sealing_for_a_new_person_make_one_key(owner, read):
    refs = at_once(lambda n: seal(owner=owner, values=[Plain("note", str(n))], at=NOON)[0], threads=200)
    assert count("SELECT count(*) FROM vault_datakey WHERE owner = %s", owner) == 1
    assert read(refs) == {ref: str(n) for n, ref in enumerate(refs)}


def test_batches_over_the_same_new_people_in_any_order_never_lock_each_other_out(read):
    people = [new_id() for _ in range(10)]

    def shuffled(n):
        mine = people[n % 10 :] + people[: n % 10] if n % 2 else people[::-1]
        return seal_many([(one, Plain("note", str(n))) for one in mine], at=NOON)

    refs = [ref for batch in at_once(shuffled, threads=60, connected=20) for ref in batch]
    assert count("SELECT count(*) FROM vault_datakey") == 10
    assert len(read(refs)) == 600


def test_nothing_sealed_beside_an_erasure_survives_it(read):
    for _ in range(10):
        owner = new_id()

        def seal_or_erase(n, owner=owner):
            try:
                if n == 5:
                    erase(owner, at=NOON, reason="asked")
                    return []
                with transaction.atomic():
                    return seal(owner=owner, values=[Plain("phone", "13800000001", find=True)], at=NOON)
            except Erased:
                return []

        refs = [ref for some in at_once(seal_or_erase, threads=10, connected=10) for ref in some]
        assert find("phone", "13800000001") == []
        for ref in refs:
            with pytest.raises(Erased):
                read([ref])


def test_sealing_goes_on_while_keys_rotate(read):
    people = [new_id() for _ in range(50)]
    seal_many([(one, Plain("note", "before")) for one in people], at=NOON)
    rotate_master()

    def seal_or_rewrap(n):
        if n % 4 == 0:
            rewrap(batch=7)
            return []
        return seal(owner=people[n % 50], values=[Plain("note", "during")], at=NOON)

    refs = [ref for some in at_once(seal_or_rewrap, threads=120, connected=16) for ref in some]
    while rewrap():
        pass
    assert len(read(refs)) == 90
