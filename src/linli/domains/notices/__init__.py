"""Planned: unified release, receipts, objections (统一发布)."""
