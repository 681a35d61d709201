"""The password digest: argon2id at the strength OWASP asks for, in memory a small server can spare."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet); Django's default takes 100 MiB a sign-in."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
