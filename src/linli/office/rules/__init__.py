"""Rules: everything in force with its source and version, every version of a key, and what a change would alter."""
