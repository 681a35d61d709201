"""Witnessing a log (C2SP tlog-witness): a neighbour remembers how long it was, and vouches only while it grows.

The witness's side: `Witnessing(key, policy, memory).add(body)` answers a log, `serve` does so over HTTP. The log's
side: `ask_all(…)` asks every witness of a policy at once and waits for none longer than it was told.
"""

from linli.kernel.witnessing.asking import Asked, Ladder, ask_all
from linli.kernel.witnessing.memory import Memory, NoMemory
from linli.kernel.witnessing.serving import server
from linli.kernel.witnessing.witness import Answer, Witnessing

__all__ = ["Answer", "Asked", "Ladder", "Memory", "NoMemory", "Witnessing", "ask_all", "server"]
