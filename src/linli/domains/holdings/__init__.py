"""Homes and households, as far as requests need them."""
