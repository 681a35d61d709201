"""Mediation, as its parties meet it: applying, the notice of rights, their own list, the agreement to keep."""
