"""Whom a notice reached: one mailing to every household of some places, receipts, counts by staircase, doors left.

Words: a *mailing* is one message to all homes of its places; a *door* is one of those homes, without anybody's name; a
*stair* counts the doors of one staircase; a *receipt* says how a door was reached, the first of each kind is kept, and
the strongest counts. Promises: every home is in a mailing exactly once, whatever is killed when; sent is never taken
for reached; nobody sees the doors of an area that is not theirs.
"""
