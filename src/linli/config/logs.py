"""What is written to the error stream: enough to mend a fault, and no value a person gave."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType

    Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Shows where a fault happened and of what kind; its words are left out, for databases quote values in them."""

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - the name is logging's
        """The frames and kinds of a fault and of those that caused it."""
        lines, fault = [], ei[1]
        while fault is not None:
            frames = traceback.extract_tb(fault.__traceback__)
            lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            missing = f": {fault.name}" if isinstance(fault, ImportError) else ""
            lines.append(f"{type(fault).__module__}.{type(fault).__qualname__}{missing}")
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)


def logs() -> dict[str, Any]:
    """Django's logging setting: one stream, warnings and worse."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"discreet": {"()": Discreet, "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "discreet"}},
        "root": {"handlers": ["stream"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["stream"], "level": "WARNING", "propagate": False},
            # Both retry by themselves and repeat what the worker and the sequencer say in one line.
            "psycopg.pool": {"level": "CRITICAL"},
            "procrastinate": {"level": "CRITICAL"},
            "procrastinate.worker": {"level": "ERROR"},  # a job that failed
        },
    }
