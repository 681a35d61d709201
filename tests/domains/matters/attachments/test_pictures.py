"""Pictures: drawn anew, upright, no larger than needed, and without a word about where, when and with what."""

from __future__ import annotations

import contextlib
import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from tests.domains.matters.attachments.made import SECRET, picture

from linli.kernel.refusal import Invalid


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_the_picture_survives(take, form):
    sent = picture(form)
    assert SECRET in sent
    kept = take(sent)
    assert kept.mime == "image/jpeg"
    for content in (kept.content, kept.thumbnail):
        assert SECRET not in content
        assert b"Exif" not in content
        assert set(opened(content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert opened(kept.content).getpixel((10, 10))[0] > 200


def test_a_picture_taken_sideways_stands_upright(take):
    kept = take(picture(size=(640, 480), turned=True))
    assert (kept.width, kept.height) == (480, 640)
    red, green, _ = opened(kept.content).getpixel((240, 20))
    assert red > 200 > green
    assert max(opened(kept.content).getpixel((240, 620))) < 60


def test_a_large_picture_becomes_smaller_and_has_a_thumbnail(take):
    kept = take(picture(size=(4000, 3000)))
    assert (kept.width, kept.height) == (2560, 1920)
    assert opened(kept.thumbnail).size == (480, 360)


def test_a_small_picture_keeps_its_size(take):
    assert opened(take(picture(size=(90, 60))).content).size == (90, 60)


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "1", "I;16", "CMYK"])
def test_every_way_of_colour_is_drawn(take, mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(take(picture(form, mode=mode)).content).mode == "RGB"


def test_what_is_transparent_is_white(take):
    assert min(opened(take(picture("PNG", mode="RGBA")).content).getpixel((5, 5))) > 250


def test_the_name_and_the_claimed_type_do_not_count(take):
    assert take(picture("PNG"), name="page.html", claims="text/html").mime == "image/jpeg"


def test_what_hides_behind_a_picture_is_left_behind(take):
    polyglot = picture() + b"PK\x03\x04 <script>alert(1)</script> " + SECRET
    kept = take(polyglot)
    assert b"script" not in kept.content
    assert SECRET not in kept.content


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has this many pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(6000, 6000), (30000, 30000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_unpacked(take, size):
    with pytest.raises(Invalid) as refused:
        take(bomb(*size))
    assert "百万像素" in refused.value.sentence.in_language("zh-hans") or "损坏" in refused.value.sentence.in_language(
        "zh-hans"
    )


def test_a_torn_picture_is_refused_with_what_to_do(take):
    for content in (picture()[:400], picture("PNG")[:200], picture("WEBP")[:60]):
        with pytest.raises(Invalid) as refused:
            take(content)
        assert "重新发送" in refused.value.sentence.in_language("zh-hans")
        assert "files" in refused.value.fields


def test_scrambled_pictures_are_drawn_or_refused_and_never_fail(take):
    dice = random.Random(1)
    for form in ("JPEG", "PNG", "WEBP"):
        whole = picture(form, size=(64, 48))
        for _ in range(60):
            scrambled = bytearray(whole)
            for _ in range(dice.randint(1, 12)):
                scrambled[dice.randrange(12, len(scrambled))] = dice.randrange(256)
            with contextlib.suppress(Invalid):
                assert opened(take(bytes(scrambled)).content).format == "JPEG"
