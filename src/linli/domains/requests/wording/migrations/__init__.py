"""Migrations of wordings."""
