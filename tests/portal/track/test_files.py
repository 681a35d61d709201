"""Photos and recordings with a report or a message: kept with their act, opened by whose they are, logged."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.portal.conftest import WORDS

from linli.domains.matters.attachments import read_upload
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Attachment, Matter
from linli.domains.requests.lifecycle import assignment as lead
from linli.kernel.vault import accesses

pytestmark = pytest.mark.django_db


def photo(name="IMG_2041.jpg"):
    drawn = BytesIO()
    Image.new("RGB", (64, 48), "green").save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue())


def write(browser, here):
    browser.send("/report/", {"text": WORDS})
    browser.send("/report/where/", {"place": here.places["building"].path})
    browser.send("/report/about/", {"category": "home.lift"})
    browser.send("/report/you/", {})


def test_a_photo_goes_with_the_report_and_opens_for_whose_it_is(here, resident, neighbour):
    write(resident, here)
    resident.send("/report/check/", {"files": [photo()]})
    matter, kept = Matter.objects.get(kind="request"), Attachment.objects.get()
    page = resident.read(f"/track/{matter.number}/")
    assert "照片" in page.words
    assert "IMG_2041" not in page.html
    address = f"/track/{matter.number}/files/{kept.pk}/"
    assert resident.get(address).status_code == 405
    answer = resident.post(address)
    assert (answer.status_code, answer["content-type"]) == (200, "image/jpeg")
    assert "no-store" in answer["cache-control"]
    assert accesses(here.resident.person)[0].purpose == "own_copy"
    assert neighbour.post(address).status_code == 404


def test_a_message_takes_files_too(resident, life):
    resident.send(f"/track/{life.matter.number}/comment/", {"text": "看照片", "files": [photo()]})
    assert Attachment.objects.get().matter == life.matter


def test_a_file_that_is_not_what_it_says_is_refused_and_the_words_stay(here, resident, life):
    hostile = SimpleUploadedFile("photo.jpg", b"<script>alert(1)</script>", content_type="image/jpeg")
    page = resident.send(f"/track/{life.matter.number}/comment/", {"text": "看照片", "files": [hostile]}, status=422)
    assert "看照片" in page.html
    assert "请重新选一次文件" in page.words
    write(resident, here)
    page = resident.send("/report/check/", {"files": [SimpleUploadedFile("x.exe", b"MZ\x90\x00" * 9)]}, status=422)
    assert WORDS in page.words
    assert Attachment.objects.count() == 0
    assert Matter.objects.filter(kind="request").count() == 1


def test_neighbours_are_shown_no_files(here, visitor, life):
    life.filed()
    assert "/files/" not in visitor.read(f"/neighbours/{life.matter.number}/").html


def test_the_photos_from_before_and_after_the_work_stand_side_by_side(here, resident, neighbour, life):
    life.in_progress()
    drawn = photo().read()
    files = [read_upload(SimpleUploadedFile("x.jpg", drawn), kind="assignment", at=life.at) for _ in range(2)]
    shown = [replace(file, shows=shows) for file, shows in zip(files, ("before", "after"), strict=True)]
    perform(life.lead.pk, lead.Answer(text="门机更换完毕"), by=here.handler, at=life.at, files=shown)
    address = f"/track/{life.matter.number}/"
    assert f"{address}compare/" in resident.read(address).html
    page = resident.send(f"{address}compare/", status=200)
    assert page.html.index("办理前</figcaption>") < page.html.index("办理后</figcaption>")
    assert page.html.count("data:image/jpeg;base64,") == 2
    assert {access.purpose for access in accesses(here.resident.person)} == {"own_copy"}
    assert neighbour.post(f"{address}compare/").status_code == 404
