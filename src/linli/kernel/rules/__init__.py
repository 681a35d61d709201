"""Deadlines, thresholds and formulas as data: versioned TOML packs with value, citation and dates in force."""
