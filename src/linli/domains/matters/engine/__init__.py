"""The one engine: it alone performs transitions, each whole or not at all.

Lock, check, shape, write, follow: in that order, over one act or a thousand, with the same number of statements.
"""

from linli.domains.matters.act import Act, Draft, Move, NewFile, Outcome
from linli.domains.matters.engine.opening import open_many, open_matter, open_within
from linli.domains.matters.engine.performing import perform, perform_many

__all__ = [
    "Act",
    "Draft",
    "Move",
    "NewFile",
    "Outcome",
    "open_many",
    "open_matter",
    "open_within",
    "perform",
    "perform_many",
]
