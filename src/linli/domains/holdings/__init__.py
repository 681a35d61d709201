"""Homes and households, as far as requests need them.

Words: a *home* (房屋) is a place of kind home, registered; a *household* (户) is people keeping house together in one,
a *member* one of them, the *head* (户主) whom the others are related to. Promises: only opaque person numbers stand
here, never a name; a household that a resident merely declared lets nobody else act on it until the desk confirms it;
a building leader files only for people known to live in their building; nobody learns where someone else lives.
"""
