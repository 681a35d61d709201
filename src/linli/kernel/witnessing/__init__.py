"""Witnessing a log (C2SP tlog-witness): a neighbour remembers how long it was, and vouches only while it grows.

The log's side: `ask_all(…)` asks every witness of a policy at once and waits for none longer than it was told. The
witness's side, which only a witness loads: `witness.Witnessing(key, policy, memory).add(body)` answers a log, and
`serving.server` does so over HTTP.
"""

from linli.kernel.witnessing.asking import Asked, Ladder, ask_all

__all__ = ["Asked", "Ladder", "ask_all"]
