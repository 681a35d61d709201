"""The reference page of rules says what the packs say."""

from __future__ import annotations

from pathlib import Path

from linli.kernel.rules.reference import SHIPPED, reference
from linli.kernel.rules.stack import stack

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "rules.md"


def test_the_page_is_not_stale():
    written = reference(stack(*SHIPPED))
    assert PAGE.read_text(encoding="utf-8") == written, (
        "Write it anew: python -m linli.kernel.rules.reference > docs/reference/rules.md"
    )


def test_every_rule_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    assert [key for key in stack(*SHIPPED).keys() if f"`{key}`" not in page] == []  # noqa: SIM118 - a book is no dict
