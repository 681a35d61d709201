"""The one worklist over all kinds, bulk acts on it, and the list of all requests."""
