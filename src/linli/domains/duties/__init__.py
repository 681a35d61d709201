"""Planned: duty items, admission, refusal, burden (权责清单、准入、减负)."""
