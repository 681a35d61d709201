"""The reference page of every kind's life says what its table says."""

from pathlib import Path

import pytest

from linli.domains.matters.kinds import kinds
from linli.domains.matters.reference import reference

PAGES = Path(__file__).parents[3] / "docs" / "reference"


@pytest.mark.parametrize("kind", [kind.life.kind for kind in kinds()])
def test_the_page_is_fresh(kind):
    life = next(each.life for each in kinds() if each.life.kind == kind)
    page = PAGES / f"lifecycle-{kind}.md"
    assert page.read_text(encoding="utf-8") == reference(life), (
        f"Write it anew: python -m linli.domains.matters.reference {kind} > {page.relative_to(PAGES.parents[1])}"
    )
