"""Jobs for the tests, imported by the tests and by the worker processes they start."""

import time

from django.db import connection, transaction

from linli.kernel.jobs import job, once


def leave(what):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effects VALUES (%s)", [what])


@job("workshop.plain")
def plain(what):
    leave(what)


@job("workshop.slowly_once", once=True)
def slowly_once(what):
    leave(what)
    time.sleep(0.05)


@job("workshop.commits_then_dawdles")
def commits_then_dawdles(what):
    """Its effect is done and committed long before the job is: the worst moment for a kill."""
    with once(f"workshop:{what}") as first:
        if first:
            leave(what)
    time.sleep(0.2)


@job("workshop.fails_at_first")
def fails_at_first(what):
    with once(f"tried:{what}") as first:
        pass
    if first:
        raise RuntimeError("the first try fails")
    leave(what)


@job("workshop.never", retry=0)
def never():
    raise RuntimeError("never")


@job("workshop.chain")
def chain(left):
    from linli.kernel.jobs import later

    with transaction.atomic():
        leave(f"chain {left}")
        if left:
            later(chain, left=left - 1)
