"""How the command line speaks: refusals and news in the operator's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from rich.console import Console

from linli.cli.language import LANGUAGE
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

if TYPE_CHECKING:
    from linli.kernel.words import Words

console = Console(highlight=False, soft_wrap=True)


def spoken(words: Words) -> str:
    """The words in the operator's language, or in both."""
    if LANGUAGE:
        return words.in_language(LANGUAGE)
    chinese, english = words.in_language("zh-hans"), words.in_language("en")
    return chinese if chinese == english else f"{chinese} / {english}"


def tell(words: Words) -> None:
    """One line of news."""
    console.print(spoken(words), markup=False)


def sentence_of(error: Exception) -> str | None:
    """What to tell the operator instead of a traceback; nothing where the fault is ours."""
    if isinstance(error, Refusal):
        return spoken(error.sentence)
    if isinstance(error, ImproperlyConfigured):
        return str(error)
    if isinstance(error, OperationalError | psycopg.OperationalError):
        return spoken(UNREACHABLE) + f"\n{error}"
    return None


UNREACHABLE = say(
    "The database does not answer: look at LINLI_DATABASE_URL and whether that server runs.",
    "数据库没有应答：请检查 LINLI_DATABASE_URL，以及那台服务器是否在运行。",
)
