"""This deployment's rule book: the packs that settings.RULE_PACKS names, read once per process."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from linli.kernel.rules.book import RuleBook, shape_clash
from linli.kernel.rules.pack import BadPack, Pack, read_pack
from linli.kernel.words import say

PACKS = Path(__file__).parent / "packs"
"""Packs that come with Linli; a deployment may name files of its own beside them."""


_BOOKS: dict[tuple[str, ...], RuleBook] = {}


def rulebook() -> RuleBook:
    """The rule book of this deployment, cached until `reload_rulebook`."""
    names = tuple(settings.RULE_PACKS)
    return _BOOKS.get(names) or reload_rulebook()


def reload_rulebook() -> RuleBook:
    """Reads the packs anew; where one is bad, refuses and leaves the book in use as it was."""
    names = tuple(settings.RULE_PACKS)
    _BOOKS[names] = stack(*names)
    return _BOOKS[names]


def pack_text(name: str) -> str:
    """One pack of this deployment as it is written, to be changed and tried; empty where there is none of that name."""
    files = (path for stacked in settings.RULE_PACKS for path in _files(stacked))
    return next((path.read_text(encoding="utf-8") for path in files if read_pack(path).name == name), "")


def stack(*names: str) -> RuleBook:
    """A book of the named packs, the most general first: names like `cn`, or paths ending in `.toml`.

    A name stands for `cn.toml` and for its parts beside it, `cn.holidays.toml`.
    """
    packs = [pack for name in names for pack in _named(name)]
    for key, (known, other) in shape_clash(packs).items():
        raise BadPack(
            say(
                "Rule packs {a} and {b} write “{key}” as values of different kinds. Write both as a number, "
                "both as a table or both as a list.",
                "规则包 {a} 和 {b} 里“{key}”的写法不同。请都写成数字、都写成表或都写成列表。",
                a=known.pack,
                b=other.pack,
                key=key,
            )
        )
    return RuleBook(packs)


def _named(name: str) -> list[Pack]:
    files = _files(name)
    if files:
        return [read_pack(path) for path in files]
    known = ", ".join(sorted(found.stem for found in PACKS.glob("*.toml") if "." not in found.stem))
    raise BadPack(
        say(
            "There is no rule pack “{name}”. Set LINLI_RULES to packs of {known}, or to paths of .toml files.",
            "没有“{name}”这个规则包。请把 LINLI_RULES 设为 {known} 中的包，或 .toml 文件的路径。",
            name=name,
            known=known,
        )
    )


def _files(name: str) -> list[Path]:
    """The file a name stands for and its parts; none where there is no such file."""
    path = Path(name) if name.endswith(".toml") else PACKS / f"{name}.toml"
    return [path, *sorted(path.parent.glob(f"{path.stem}.*.toml"))] if path.is_file() else []
