"""An answer that took too long for the call it answers: sent after it, by a message of its own."""

from __future__ import annotations

from linli.domains.requests.talking.jobs import say_to
from linli.domains.requests.talking.message import ChatMessage
from linli.domains.requests.talking.models import Talk
from linli.kernel.vault.blind import blind
from linli.kernel.words import Words


def answer_late(message: ChatMessage, words: Words) -> None:
    """Has the words sent to whoever wrote."""
    talk = Talk.objects.filter(pk=blind("chat.address", message.address.encode().hex())).first()
    if talk is not None:
        say_to(talk.person_id, words)
