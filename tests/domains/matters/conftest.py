"""What tests of matters share: files as they are uploaded, and other hands at work, as the kernel's tests have them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.kernel.conftest import at_once, program
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import read_upload

__all__ = ["at_once", "program"]


@pytest.fixture
def take():
    """Has a file's bytes looked into as if they had been uploaded, under any name and claim."""

    def read(content, *, name="photo.jpg", claims="image/jpeg", **more):
        return read_upload(SimpleUploadedFile(name, content, claims), kind="request", at=MONDAY, **more)

    return read


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Every test seals files in a folder of its own."""
    settings.FILES = tmp_path / "files"
    return settings.FILES
