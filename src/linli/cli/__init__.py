"""The operators' door: `linli demo | new | serve | work | import | check | verify | witness | backup | …`."""

from __future__ import annotations

import sys

from linli.cli.door import app

__all__ = ["app", "main"]


def main() -> None:
    """Entry point of the `linli` command: a refusal is one sentence on the error stream and exit code 1."""
    try:
        app()
    except Exception as error:
        from linli.cli.speaking import sentence_of  # noqa: PLC0415 - `linli --help` stays quick

        sentence = sentence_of(error)
        if sentence is None:
            raise
        sys.stderr.write(sentence + "\n")
        sys.exit(1)
