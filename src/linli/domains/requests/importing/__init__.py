"""Bringing requests in from another system's sheet: looked at, mapped, tried dry, carried in, and undone if need be.

Words: a *field* is what a column may hold for us; a *map* says which column holds which field, and is remembered by the
header it was made for; what cannot be brought in *falls out* and is named by line and column. Promises: rows live
through the one engine at their own times; the same row never comes in twice, whoever is killed when; an undone import
leaves lists, search and figures, and stays on the record.
"""
