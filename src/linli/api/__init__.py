"""The machines' door: /api/v1, described by OpenAPI 3.1. Every operation names its purpose and declares its errors."""
