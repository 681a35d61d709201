"""Planned: grids, visits, shifts, handover (网格)."""
