"""Chinese text that can be found: hashed bigrams, exact for any substring of two characters or more."""
