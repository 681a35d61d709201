"""Work that follows a commit: procrastinate on the same PostgreSQL, at least once, each effect once."""
