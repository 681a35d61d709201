"""Backups: the database and files in one archive, the vault's keys in another, so that neither alone reads anything."""
