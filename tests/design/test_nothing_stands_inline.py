"""The content policy allows scripts and styles only from files; no template may try otherwise."""

import re
from pathlib import Path

import pytest

import linli

HOUSE = Path(linli.__file__).parent
TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))
SPRITE = (HOUSE / "design/static/design/vendor/icons.svg").read_text()
DRAWN = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
ALONE = {"alone.html"}
"""Served only as a file to keep: it must work from a disk, where there is nothing beside it."""

FORBIDDEN = re.compile(
    r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|hx-on|javascript:|hx-vals=.js:", re.IGNORECASE
)


@pytest.mark.parametrize("path", [one for one in TEMPLATES if one.name not in ALONE], ids=lambda path: path.name)
def test_no_template_holds_a_script_or_a_style(path):
    assert not FORBIDDEN.findall(path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_a_template_names_is_drawn(path):
    named = set(re.findall(r'(?:\bicon |\bicon=|navlink "[^"]*" |empty )"([\w-]+)"', path.read_text()))
    assert named <= DRAWN


def test_every_icon_a_component_names_is_drawn():
    from linli.design.tags import frames, marks, stories

    tables = (marks.TONE_ICONS, marks.CLOCK_ICONS, frames.NOTICE_ICONS, stories.STEP_ICONS)
    assert {name for table in tables for name in table.values() if name} <= DRAWN


def test_front_end_files_from_elsewhere_are_pinned_and_name_no_host():
    vendor = HOUSE / "design/static/design/vendor"
    ledger = (vendor / "VENDOR.md").read_text()
    script = (HOUSE.parents[1] / "scripts/vendor_frontend.py").read_text()
    pins = re.findall(r'"([\w.-]+)",\s+"([\d.]+)",\s+"\w+",\s+"([\w+/=]{88})"', script)
    assert len(pins) == 2
    assert all(f"| {name} | {version} |" in ledger and digest in ledger for name, version, digest in pins)
    assert "://" not in ledger
