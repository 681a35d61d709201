"""Announcements from lower rooms to higher ones, delivered after commit, idempotent by event id.

A lower room announces inside the transaction of what happened (`announce`); it does not know who listens. A higher
room declares in its `events.py` what it wants to hear (`subscribe`).
"""

from linli.kernel.events.announcing import announce, announce_many
from linli.kernel.events.subscribing import Event, SubscribedTwice, subscribe

__all__ = ["Event", "SubscribedTwice", "announce", "announce_many", "subscribe"]
