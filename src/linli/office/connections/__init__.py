"""The page of connections: how the line to the city hotline is, and what is stuck on it."""
