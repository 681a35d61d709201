"""A class that some sheet knows is known to a sheet of the page it stands on: else a page comes out bare."""

from __future__ import annotations

import re
from pathlib import Path

import linli

ROOMS = ("design", "office", "portal")
SOURCE = Path(linli.__file__).parent
TEMPLATES = {
    str(file.relative_to(SOURCE / room / "templates")): file.read_text()
    for room in ROOMS
    for file in (SOURCE / room / "templates").rglob("*.html")
}
OWN = {
    str(file.relative_to(file.parents[1])): file
    for room in ROOMS[1:]
    for file in (SOURCE / room / "static").rglob("*.css")
}


def styled(*sheets: Path) -> set[str]:
    return {name for sheet in sheets for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", sheet.read_text())}


EVERYWHERE = styled(*(SOURCE / "design" / "static").rglob("*.css"))
SOMEWHERE = EVERYWHERE | styled(*OWN.values())


def parents(name: str) -> list[str]:
    above = re.search(r'{%\s*extends "([^"]+)"', TEMPLATES[name])
    return [name, *(parents(above[1]) if above else [])]


def pages(name: str) -> set[str]:
    """The pages that this template is, or is included in; none where it travels alone into a page that stands."""
    if "{% extends" in TEMPLATES[name]:
        return {name}
    around = [one for one, text in TEMPLATES.items() if f'{{% include "{name}"' in text]
    return {page for one in around for page in pages(one)}


def classes(text: str) -> set[str]:
    return {
        name for named in re.findall(r'class="([^"]*)"', text) for name in re.sub(r"{[%{].*?[%}]}", " ", named).split()
    }


def bare(name: str, page: str) -> set[str]:
    text = "".join(TEMPLATES[one] for one in parents(page))
    known = EVERYWHERE | styled(*(file for sheet, file in OWN.items() if f"static '{sheet}'" in text))
    return (classes(TEMPLATES[name]) & SOMEWHERE) - known


def test_every_page_brings_the_sheet_that_knows_its_classes():
    found = {(name, page): bare(name, page) for name in TEMPLATES for page in pages(name)}
    assert len(found) > 100
    assert {where: names for where, names in found.items() if names} == {}
