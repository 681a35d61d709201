"""Absence (不在岗) and the stand-in (顶岗): who is away from a unit from when to when, and who answers meanwhile.

Promises: no reason is ever asked or kept; it ends by itself; a stand-in is there for the whole time, so whoever is
looked for is always found in one step.
"""
