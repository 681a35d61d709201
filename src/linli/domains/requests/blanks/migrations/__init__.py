"""Migrations of paper forms."""
