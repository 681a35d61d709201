"""Residents' way in: phone and code, or a passkey; where they are signed in, and the way out."""
