"""What is taken at the door: by content, within the rule's size and number, refused with a sentence."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import RequestFactory
from tests.domains.matters.attachments.made import document, picture, sound_amr
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import read_uploads, receiving
from linli.kernel.refusal import Invalid


def office_file(*, bomb: bool = False) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", " " * (200_000_000 if bomb else 10))
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<?xml version='1.0'?><svg onload='alert(1)'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a" + bytes(100),
        b"MZ" + bytes(500),
        b"#!/bin/sh\nrm -rf /",
        b"\x7fELF" + bytes(100),
        b"BM" + bytes(100),
        b"just words",
        b"\x00" * 100,
        b"\x1f\x8b\x08" + bytes(100),
        b"II*\x00" + bytes(100),
        b"OggS\x01" + bytes(100),
    ],
)
def test_what_we_do_not_take_is_refused_with_what_we_do_take(take, content):
    with pytest.raises(Invalid) as refused:
        take(content)
    assert "PDF" in refused.value.sentence.in_language("zh-hans")
    assert refused.value.status == 422


def test_office_files_are_refused_and_never_unpacked(take):
    for content in (office_file(), office_file(bomb=True)):
        with pytest.raises(Invalid) as refused:
            take(content, name="a.docx")
        assert "docx" in refused.value.sentence.in_language("zh-hans")


def test_pictures_of_some_phones_are_refused_with_what_to_set(take):
    with pytest.raises(Invalid) as refused:
        take(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100))
    assert "兼容性最佳" in refused.value.sentence.in_language("zh-hans")


def test_an_empty_file_is_said_to_be_empty(take):
    with pytest.raises(Invalid) as refused:
        take(b"")
    assert "空" in refused.value.sentence.in_language("zh-hans")


@pytest.mark.parametrize(
    ("content", "most"),
    [
        (picture() + bytes(21 * 2**20), "20 MB"),
        (b"%PDF-1.7\n" + bytes(11 * 2**20), "10 MB"),
        (sound_amr(200_000), "5 MB"),
    ],
)
def test_each_kind_has_its_own_size(take, content, most):
    with pytest.raises(Invalid) as refused:
        take(content)
    assert most in refused.value.sentence.in_language("zh-hans")


def test_more_files_than_the_rule_allows_are_refused_before_any_is_opened():
    uploads = [SimpleUploadedFile("a", document()) for _ in range(13)]
    with pytest.raises(Invalid) as refused:
        read_uploads(uploads, kind="request", at=MONDAY)
    assert "12" in refused.value.sentence.in_language("zh-hans")


def test_no_files_are_no_files():
    assert read_uploads([], kind="request", at=MONDAY) == []


@pytest.fixture
def posted():
    """Sends files as a form does, to be kept on disk, and gives what arrived."""
    request = RequestFactory().post("/")

    def send(*contents: bytes):
        nonlocal request
        files = [SimpleUploadedFile(f"{number}.jpg", content) for number, content in enumerate(contents)]
        request = RequestFactory().post("/", {"files": files})
        request.upload_handlers = [receiving.Bounded(request), TemporaryFileUploadHandler(request)]
        return request.FILES.getlist("files")

    yield send
    request.close()


def test_what_is_larger_than_any_rule_never_reaches_the_disk(monkeypatch, posted):
    monkeypatch.setattr(receiving, "ONE", 1)
    small, large = posted(picture(), bytes(3 * 2**20))
    assert small.size == len(picture())
    assert (type(large), large.size) == (receiving.LeftOut, 0)
    with pytest.raises(Invalid) as refused:
        read_uploads([large], kind="request", at=MONDAY)
    assert "1 MB" in refused.value.sentence.in_language("zh-hans")


def test_files_that_are_too_large_together_are_left_out(monkeypatch, posted):
    monkeypatch.setattr(receiving, "TOGETHER", 1)
    first, second = posted(bytes(2**19), bytes(2**20))
    assert (first.size, type(second)) == (2**19, receiving.LeftOut)
    with pytest.raises(Invalid) as refused:
        read_uploads([second], kind="request", at=MONDAY)
    assert "分几次" in refused.value.sentence.in_language("zh-hans")
