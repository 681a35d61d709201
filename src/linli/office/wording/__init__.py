"""Wordings of one's own unit: kept, looked at, ended."""
