"""Planned: waves, responses, rectification (居民评价)."""
