"""Migrations of absences."""
