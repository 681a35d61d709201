"""Planned: spreadsheets in and out."""
