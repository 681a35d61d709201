"""Sheets and photos of a test go where the test ends."""

import pytest


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"
