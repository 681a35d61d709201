"""A log's files in an object store (S3, OSS, MinIO, …) or whatever else fsspec can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any


class Objects:
    """Keeps files below an fsspec address such as `s3://bucket/record`; such a store makes an object appear whole.

    Nobody can be locked out of such a store: that one sequencer works at a time is up to the database alone.
    """

    def __init__(self, address: str) -> None:
        import fsspec  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy with its drivers; most logs lie on a disk

        self._files: Any
        self._files, self._root = fsspec.core.url_to_fs(address, use_listings_cache=False)

    def read(self, path: str) -> bytes:
        """The object's bytes; FileNotFoundError where there is none."""
        return bytes(self._files.cat_file(f"{self._root}/{path}"))

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Put these objects, in order; the store has each of them when it returns."""
        for path, data in files:
            self._files.pipe_file(f"{self._root}/{path}", data)

    def drop(self, folder: str) -> None:
        """Delete what lies below `folder`, if anything does."""
        with suppress(FileNotFoundError):
            self._files.rm(f"{self._root}/{folder}", recursive=True)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Yes: there is no lock to ask."""
        yield True
