"""The docs can be trusted: links lead somewhere, commands and settings are all told and none is invented."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.main import get_command

from linli.cli.door import COMMANDS, app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])
PICTURES = sorted(path for path in (DOCS / "pictures").rglob("*") if path.is_file())
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.M)
ANCHOR = re.compile(r'<a id="([^"]+)">')
ROW = re.compile(r"^\| (.+) \|$", re.M)
QUOTED = re.compile(r"`([^`]+)`")
SETTING = re.compile(r"\bLINLI_[A-Z][A-Z_]*[A-Z]\b")
HEAVIEST, MOST = 150_000, 12


def links(page: Path) -> list[str]:
    """Where a page's own links lead; those to other sites are left out."""
    prose = CODE.sub("", page.read_text(encoding="utf-8"))
    return [unquote(link) for link in LINK.findall(prose) if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    """Every place on a page that a link may name, headings spelt as the forge spells them."""
    text = page.read_text(encoding="utf-8")
    spelt = (re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text))
    return {*spelt, *ANCHOR.findall(text)}


def rows(page: str) -> list[list[str]]:
    """The cells of every table of a reference page that begin with code."""
    found = ROW.findall((DOCS / "reference" / page).read_text(encoding="utf-8"))
    return [row.split(" | ") for row in found if row.startswith("`")]


def told(cell: str) -> list[str]:
    return QUOTED.findall(cell)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_picture_is_shown_and_light():
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page)}
    assert {path for path in PICTURES if path not in shown} == set()
    assert [path for path in PICTURES if path.stat().st_size >= HEAVIEST] == []
    assert 0 < len(PICTURES) <= MOST


def options() -> dict[tuple[str, str], object]:
    """What each command takes, with its default: `("serve", "--port"): 8000`, `("new", "CODE"): ""`."""
    door = get_command(app)
    context = door.make_context("linli", [next(iter(COMMANDS))], resilient_parsing=True)
    commands = {name: door.resolve_command(context, [name])[1] for name in COMMANDS}
    return {
        (name, each.opts[0] if each.param_type_name == "option" else each.name.upper()): each.default
        for name, command in commands.items()
        for each in command.params
    }


def test_every_command_and_option_is_told_and_none_is_invented():
    known = options()
    written = {tuple(told(row[0])[0].split()[1:]): row for row in rows("cli.md")}
    assert {words[0] for words in written if len(words) == 1} == set(COMMANDS)
    assert {words for words in written if len(words) == 2} == set(known)


def test_the_defaults_of_options_are_told_as_they_are():
    written = {tuple(told(row[0])[0].split()[1:]): row for row in rows("cli.md")}
    for option, default in options().items():
        if default not in (None, "", False, []):
            assert told(written[option][1]) == [str(default)], option


def test_every_setting_is_told_and_none_is_invented():
    folders = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
    read = {name for path in folders for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert {name for row in rows("settings.md") for name in told(row[0])} == read


def test_every_path_that_features_name_exists():
    text = (DOCS / "features.md").read_text(encoding="utf-8")
    named = [words for words in QUOTED.findall(text) if words.startswith(("src/", "tests/", "docs/", "scripts/"))]
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
