"""Reporting in under a minute: what, where, about what, how to reach you, check, done. One thing a page."""
