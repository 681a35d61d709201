"""Tokens: keys for programs; issued to machine accounts, shown once, revoked at once."""
