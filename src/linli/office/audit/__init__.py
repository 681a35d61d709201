"""Audit: who came in, who opened what of how many people, how powers changed hands; no personal value anywhere."""
