"""The machines' door: /api/v1, described by OpenAPI 3.1."""
