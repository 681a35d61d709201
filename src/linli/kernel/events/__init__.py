"""Announcements from lower rooms to higher ones, delivered after commit, idempotent by event id."""
