"""Where a passphrase comes from: the environment, or the keyboard; never the command line, where others see it."""

from __future__ import annotations

import os

import typer

from linli.cli.language import pick

VARIABLE = "LINLI_KEYS_PASSPHRASE"


def ask(*, confirm: bool) -> str:
    """The passphrase of the key backup."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    question = pick("Passphrase of the key backup", "密钥备份的口令")
    return str(typer.prompt(question, hide_input=True, confirmation_prompt=confirm))
