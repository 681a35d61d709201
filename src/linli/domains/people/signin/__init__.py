"""How people come in: residents by a code sent to their phone or a passkey, staff by password and a second factor.

Words: a *visit* is where an attempt comes from, kept as digests and prefixes only; a *challenge* is a code that was
asked for; a *second factor* is an authenticator app, a passkey or a recovery code. Promises: no answer tells whether a
phone or a username is known here; every limit holds across all processes and survives a roll-back; no code is stored,
not even as a digest; every attempt leaves a line without personal values.
"""
