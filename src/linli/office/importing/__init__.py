"""Bringing requests in from a sheet by hand: sent, its columns chosen, tried dry, started, watched, undone."""
