"""Rotation: a new master key, every data key wrapped again under it, the old master destroyed.

Progress is in the rows themselves: a rotation killed half-way goes on where it stopped. After an erasure it also ends
what page and log files of the database may still hold of the destroyed key: its master is gone.
"""

from __future__ import annotations

from django.db import transaction

from linli.kernel.refusal import Refusal
from linli.kernel.vault.envelope import unwrap, wrap
from linli.kernel.vault.keyring import add_master, keyring, remove_master
from linli.kernel.vault.statements import execute, fetch
from linli.kernel.words import say

# SKIP LOCKED: a row that a sealing holds is taken in a later batch.
_BATCH = """
SELECT owner, wrapped, master FROM vault_datakey WHERE wrapped IS NOT NULL AND master <> %s
ORDER BY owner LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
"""
_WAITING = "SELECT count(*) FROM vault_datakey WHERE wrapped IS NOT NULL AND master <> %s"
_REWRAP = """
UPDATE vault_datakey k SET wrapped = n.wrapped, master = %s
FROM unnest(%s::uuid[], %s::bytea[]) AS n (owner, wrapped) WHERE k.owner = n.owner
"""


def rotate_master() -> str:
    """Makes a new master key and gives its name; `rewrap` then moves the data keys to it."""
    return add_master()


def rewrap(*, batch: int = 1000) -> int:
    """Wraps up to `batch` data keys under the current master, in one transaction; 0 when no more can be taken now."""
    ring = keyring()
    with transaction.atomic():
        rows = fetch(_BATCH, [ring.current, batch])
        again = [
            wrap(
                unwrap(bytes(wrapped), owner=owner, master=master, ring=ring),
                owner=owner,
                master=ring.current,
                ring=ring,
            )
            for owner, wrapped, master in rows
        ]
        execute(_REWRAP, [ring.current, [row[0] for row in rows], again])
    return len(rows)


def waiting_for_rewrap() -> int:
    """How many data keys an older master still wraps."""
    return int(fetch(_WAITING, [keyring().current])[0][0])


def retire_masters() -> list[str]:
    """Destroys every master but the current one; refused while any data key still needs one."""
    ring = keyring()
    old = [name for name in ring.masters if name != ring.current]
    with transaction.atomic():
        # No key may be wrapped under an old master between the count and the deletion.
        execute("LOCK TABLE vault_datakey IN EXCLUSIVE MODE")
        if waiting_for_rewrap():
            raise Refusal(
                say(
                    "Some data keys still need an older master key. Run the rotation to its end first.",
                    "仍有数据密钥使用旧的主密钥，请先完成密钥轮换。",
                )
            )
        for name in old:
            remove_master(name)
    return old
