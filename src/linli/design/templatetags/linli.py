"""Every component as one library: `{% load linli %}` (or nothing, where it is a builtin). README.md shows each."""

from django.template import Library

from linli.design.tags import forms, frames, marks, moves, stories, tables

register = Library()
for part in (marks, moves, forms, frames, stories, tables):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
