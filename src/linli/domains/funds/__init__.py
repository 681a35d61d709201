"""Planned: books, sources, expenses, disclosure (经费)."""
