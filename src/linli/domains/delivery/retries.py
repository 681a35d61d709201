"""When to try again, and how what may have left already is told from what has not."""

from __future__ import annotations

from datetime import timedelta

from linli.domains.delivery.channels import Channel

ATTEMPTS = {Channel.SMS: 6, Channel.EMAIL: 8, Channel.WECHAT: 6}
"""After this many tries a message has failed on its channel; it still lies in the inbox. E-mail has no hurry: its
tries outlast a mail server that is away for a night."""

UNCERTAIN = timedelta(minutes=2)
"""How long to wait before asking the gateway after a message that may have left: receipts take that long."""

FIRST_WAIT = timedelta(seconds=30)


def wait_after(attempts: int) -> timedelta:
    """30 s, 2 min, 8 min, 32 min, 2 h 8 min, 8 h 32 min: four times longer after each of `attempts` tries."""
    return FIRST_WAIT * int(4 ** (attempts - 1))
