"""Chinese text that can be found: bigrams as numbers, exact for any substring of two characters or more.

A domain stores `grams(text)` in an `int4[]` column under a GIN index, asks for candidates with
`grams @> needle_grams(needle)` and keeps those where `Needle(needle).stands_in(text)`. Nothing is missed, nothing is
found wrongly. One character alone is refused with a sentence (`needle_grams`): it would match half of everything.
"""

from linli.kernel.text.grams import grams, is_pair, needle_grams
from linli.kernel.text.needle import Needle
from linli.kernel.text.normal import normalise

__all__ = ["Needle", "grams", "is_pair", "needle_grams", "normalise"]
