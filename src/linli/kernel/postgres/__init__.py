"""The embedded PostgreSQL: starts, stops and guards a private server from the wheel's binaries."""
