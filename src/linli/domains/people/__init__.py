"""Accounts, persons, organisations, posts, roles and rights; who acts, and for whom."""
