"""Keys for machines: each belongs to a service account, serves named purposes and expires.

Promises: a token is shown once and stored as a digest; what it may do is what its account's posts allow, narrowed to
its purposes; a revoked one stops at once.
"""
