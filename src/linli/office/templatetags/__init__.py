"""The office's own few filters."""
