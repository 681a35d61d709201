"""Columns of bytes that are inserted as fast as any other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

from django.db import models


class Bytea(models.BinaryField):  # type: ignore[type-arg]  # generic in its stubs alone
    """A BinaryField without a placeholder of its own, which PostgreSQL does not need.

    Django inserts many rows as one array a column unless a field brings a placeholder; then it writes out every value
    of every row, and both sides spend more on reading the statement than on the rows.
    """

    @property
    def get_placeholder(self) -> NoReturn:
        """Absent."""
        raise AttributeError

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """As a BinaryField: the column is the same, and no migration is due."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", args, kwargs
