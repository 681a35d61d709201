"""Checking proofs, receipts and opened values in the browser itself: the page works from a disk, without any server."""
