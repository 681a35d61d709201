"""Printing blank paper forms and posters for a place."""
