"""The worker's own connections, which notice when the database stops answering."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

from procrastinate import PsycopgConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException, UniqueViolation

PATIENCE = 5.0
"""Seconds a statement waits for a connection before it counts as lost."""


class NoticingConnector(PsycopgConnector):
    """Sets `lost` when a statement could not be carried out: from then on, which jobs run here is uncertain."""

    def __init__(self) -> None:
        super().__init__(kwargs=connector_params(), min_size=0, max_size=4, timeout=PATIENCE)
        self.lost = asyncio.Event()

    async def execute_query_async(self, query: LiteralString, **arguments: Any) -> None:
        """As its parent's."""
        with self._noticing():
            await super().execute_query_async(query, **arguments)

    async def execute_query_one_async(self, query: LiteralString, **arguments: Any) -> dict[str, Any]:
        """As its parent's."""
        with self._noticing():
            row: dict[str, Any] = await super().execute_query_one_async(query, **arguments)
            return row

    async def execute_query_all_async(self, query: LiteralString, **arguments: Any) -> list[dict[str, Any]]:
        """As its parent's."""
        with self._noticing():
            rows: list[dict[str, Any]] = await super().execute_query_all_async(query, **arguments)
            return rows

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            yield
        except UniqueViolation:  # an answer, not a silence: such a job is waiting already
            raise
        except ConnectorException:
            self.lost.set()
            raise
