"""How grants of rights keep out of one another's way."""

from django.db import connection

_GRANTS = 0x50454F50  # any number, the same for all of us: "PEOP"


def granting() -> None:
    """Taken by whoever appoints or changes a role, one at a time, until the transaction ends.

    Two grants, each harmless by itself, could otherwise give one account two administrations.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_GRANTS])
