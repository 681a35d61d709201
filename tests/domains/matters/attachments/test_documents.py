"""PDFs: pages stay, their maker's traces go in place, and what acts by itself is refused."""

from __future__ import annotations

import contextlib
import random
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.domains.matters.attachments.made import SECRET, document, packed

from linli.domains.matters.attachments.documents.strings import blank_strings
from linli.kernel.refusal import Invalid


def everything(content: bytes) -> bytes:
    """The file, and every packed part of it unpacked."""
    unpacked = [content]
    for piece in content.split(b"stream\n")[1::2]:
        try:
            unpacked.append(zlib.decompressobj().decompress(piece))
        except zlib.error:
            continue
    return b"".join(unpacked)


@pytest.mark.parametrize("about_packed", [False, True])
def test_author_software_place_and_camera_are_gone_and_the_page_is_not(take, about_packed):
    sent = document(about_packed=about_packed)
    assert SECRET in everything(sent)
    kept = take(sent, name="a.docx")
    assert kept.mime == "application/pdf"
    told = everything(kept.content)
    assert SECRET not in told
    assert b"writer" not in told
    assert b"534543524554" not in told
    assert b"(Hello) Tj" in told


def test_no_object_moves(take):
    sent, kept = document(), take(document()).content
    assert sent.index(b"startxref") == kept.index(b"startxref")
    assert [sent.index(b"%d 0 obj" % number) for number in range(1, 9)] == [
        kept.index(b"%d 0 obj" % number) for number in range(1, 9)
    ]


def test_what_stands_behind_the_end_is_cut_off(take):
    assert b"script" not in take(document() + b"<script>alert(1)</script>").content


@pytest.mark.parametrize(
    "acting",
    [
        b"<< /S /JavaScript /JS (app.alert(1)) >>",
        b"<< /S /J#61vaScript /JS (app.alert(1)) >>",
        b"<< /S /Launch /F (cmd.exe) >>",
        b"<< /Type /EmbeddedFile >>",
        b"<< /S /#4caunch >>",
        b"<< /XFA [] >>",
        b"<< /S /SubmitForm /F (http://example.invalid) >>",
        packed(b"11 0 << /S /JavaScript /JS (x) >>", b"/Type /ObjStm /N 1 /First 5"),
        packed(b"11 0 << /S /JavaScript /JS (x) >>"),
    ],
)
def test_a_document_that_acts_by_itself_is_refused(take, acting):
    with pytest.raises(Invalid) as refused:
        take(document(extra=acting))
    assert "打印成 PDF" in refused.value.sentence.in_language("zh-hans")


def test_a_document_with_a_password_is_refused(take):
    with pytest.raises(Invalid) as refused:
        take(document(trailer=b"/Encrypt 9 0 R"))
    assert "密码" in refused.value.sentence.in_language("zh-hans")


def test_a_document_that_is_an_archive_as_well_is_refused(take):
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        file.writestr("page.html", "<script>alert(1)</script>")
    with pytest.raises(Invalid):
        take(document().replace(b"%%EOF\n", b"") + archive.getvalue()[:-2] + b"\x06\x00%%EOF\n")


def test_a_part_that_unpacks_without_end_is_refused(take):
    with pytest.raises(Invalid):
        take(document(extra=packed(b"1 0 " + b" " * 9_000_000, b"/Type /ObjStm /N 1 /First 4")))


def test_a_file_that_only_begins_like_a_document_is_refused(take):
    for content in (b"%PDF-1.7\n", b"%PDF-1.7\n<html><script>", document()[:-40]):
        with pytest.raises(Invalid):
            take(content)


@pytest.mark.parametrize(
    "repeated",
    [b"stream\n", b"<x:xmpmeta ", b"8 0 obj ", b"/Info 8 0 R ", b"\xff\xe1\xff\xffExif\x00\x00", b"(((((", b"%%EOF "],
)
def test_no_repetition_keeps_it_from_an_answer(take, repeated):
    hostile = b"%PDF-1.7\n/Info 8 0 R\n8 0 obj" + repeated * (4_000_000 // len(repeated)) + b"\n%%EOF"
    with contextlib.suppress(Invalid):
        take(hostile)


def test_scrambled_documents_are_taken_or_refused_and_never_fail(take):
    dice = random.Random(3)
    whole = document(about_packed=True)
    for _ in range(300):
        scrambled = bytearray(whole)
        for _ in range(dice.randint(1, 20)):
            scrambled[dice.randrange(8, len(scrambled))] = dice.randrange(256)
        with contextlib.suppress(Invalid):
            take(bytes(scrambled))


def test_strings_are_blanked_at_their_length():
    written = b"<< /A (one \\) (two) \xfe\xff) /B <48656c6C6f> /C << /D [(x) 3] >> /E /Name >>"
    blanked = blank_strings(written)
    assert len(blanked) == len(written)
    assert b"one" not in blanked
    assert b"48656c" not in blanked
    assert blanked.endswith(b"3] >> /E /Name >>")
