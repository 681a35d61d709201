"""The first page: what is asked of me, what changed, what I can do here."""
