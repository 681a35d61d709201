"""Planned: issues, deliberation, votes, resolutions (协商共治)."""
