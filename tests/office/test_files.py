"""Files with an act: shown on the timeline, opened for a purpose, refused in words."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from linli.domains.matters.models import Attachment, Matter
from linli.kernel.vault import accesses


def photo(name: str = "IMG_2041.jpg") -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (64, 48), "green").save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue())


@pytest.fixture
def progress(life, sign_in):
    """Reports progress with files, and answers the answer."""
    part = life("signed").lead

    def reported(*files, text="灯具已更换"):
        version = Matter.objects.get(pk=part.pk).version
        given = {"version": version, "text": text, "files": files}
        return part, sign_in("handler").post(f"/office/matters/{part.number}/acts/report_progress/", given)

    return reported


def test_a_photo_of_the_work_stands_beside_the_words_that_came_with_it(progress, sign_in):
    part, answer = progress(photo())
    assert answer.status_code == 302
    page = sign_in("desk").get(f"/office/matters/{part.parent.number}/").content.decode()
    assert "照片" in page
    assert "IMG_2041" not in page


def test_a_file_opens_for_a_purpose_and_the_opening_is_logged(progress, sign_in):
    part, _ = progress(photo())
    kept, desk = Attachment.objects.get(), sign_in("desk")
    address = f"/office/matters/{part.parent.number}/files/{kept.pk}/"
    assert desk.post(address).status_code == 422
    opened = desk.post(address, {"purpose": "resolve"})
    assert (opened["content-type"], opened["x-content-type-options"]) == ("image/jpeg", "nosniff")
    assert opened["content-disposition"].startswith('inline; filename="SQ26-')
    assert "no-store" in opened["cache-control"]
    assert len(accesses(Matter.objects.get(pk=part.parent_id).opener_id)) == 1


def test_whoever_may_not_read_the_matter_learns_nothing_of_its_files(progress, sign_in):
    part, _ = progress(photo())
    address = f"/office/matters/{part.parent.number}/files/{Attachment.objects.get().pk}/"
    assert sign_in("stranger").post(address, {"purpose": "resolve"}).status_code == 404


@pytest.mark.parametrize("content", [b"<html><script>alert(1)</script>", b"", b"%PDF-1.7 broken"])
def test_a_file_that_cannot_be_taken_is_refused_and_the_words_are_kept(progress, content):
    part, answer = progress(SimpleUploadedFile("photo.jpg", content), text="写了一大段")
    assert answer.status_code == 422
    assert "写了一大段" in answer.content.decode()
    assert not Attachment.objects.exists()
    assert Matter.objects.get(pk=part.pk).state == "signed"
