"""What an import teaches the next: the columns of a header, and which category a foreign word stands for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from linli.domains.requests.categories import CATEGORIES, known_categories
from linli.domains.requests.importing.guessing import Columns
from linli.domains.requests.importing.models import KnownCategory, KnownMap
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

OTHER = "other.other"


def remembered(header: bytes) -> Columns | None:
    """The columns chosen when this header came last."""
    return KnownMap.objects.filter(pk=header).values_list("columns", flat=True).first()


def remember(header: bytes, columns: Columns, *, at: datetime) -> None:
    """Keeps the columns for when this header comes again."""
    KnownMap.objects.update_or_create(pk=header, defaults={"columns": columns, "learnt_at": at})


def teach_categories(categories: Mapping[str, str]) -> None:
    """Keeps which category of ours each foreign word stands for."""
    for word, category in categories.items():
        if category not in known_categories():
            raise Invalid(
                say(
                    "There is no category “{code}”. Choose of: {codes}.",
                    "没有“{code}”这个类别，可选：{codes}。",
                    code=category,
                    codes=", ".join(sorted(known_categories())),
                )
            )
        KnownCategory.objects.update_or_create(pk=word.strip(), defaults={"category": category})


def categories_of(words: Collection[str]) -> dict[str, str]:
    """Our category for each word that is one of ours, in either language, or was learnt; one statement."""
    ours = _ours()
    learnt = dict(KnownCategory.objects.filter(pk__in=words).values_list("word", "category"))
    found = {word: learnt.get(word) or ours.get(word.casefold(), "") for word in words}
    return {word: category for word, category in found.items() if category}


def _ours() -> dict[str, str]:
    return {
        spelt.casefold(): f"{group}.{leaf}"
        for group, (_, leaves) in CATEGORIES.items()
        for leaf, words in leaves.items()
        for spelt in (f"{group}.{leaf}", words.en, words.zh)
    }
