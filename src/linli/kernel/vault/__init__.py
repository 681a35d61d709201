"""Personal values, sealed; opened only for a purpose, by a named actor, and always logged."""
