"""For serving, the style sheet's small files stand in one, in their layers, compressed under a hashed name."""

import json
import re

import pytest
from django.core.management import call_command

LAYERS = ["reset", "tokens", "base", "layout", "components", "pages", "elder", "print"]


@pytest.fixture
def laid_out(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "linli.design.storage.StaticFiles"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path, json.loads((tmp_path / "staticfiles.json").read_text())["paths"]


def test_one_request_brings_every_layer(laid_out):
    root, names = laid_out
    sheet = (root / names["design/css/linli.css"]).read_text()
    assert "@import" not in sheet
    assert list(dict.fromkeys(re.findall(r"^@layer (\w+) \{", sheet, re.MULTILINE))) == LAYERS
    assert sheet.count("{") == sheet.count("}")


def test_it_travels_compressed(laid_out):
    root, names = laid_out
    assert (root / f"{names['design/css/linli.css']}.gz").stat().st_size < 15_000


def test_laid_out_again_it_holds_what_changed_since(laid_out):
    root, _ = laid_out
    with (root / "design/css/components/clock.css").open("a") as part:
        part.write(".changed-since { color: red; }\n")
    call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((root / "staticfiles.json").read_text())["paths"]
    assert ".changed-since" in (root / names["design/css/linli.css"]).read_text()
