"""Planned: catalogue, import, linkage, one form, safe analysis, lake."""
