"""Recordings: what is heard stays as it was; place, time, maker and names go; what does not fit is refused."""

from __future__ import annotations

import contextlib
import random
import wave
from io import BytesIO

import pytest
from tests.domains.matters.attachments.made import (
    SECRET,
    SOUNDS,
    box,
    page,
    sound_aac,
    sound_amr,
    sound_m4a,
    sound_mp3,
    sound_ogg,
    sound_wav,
)

from linli.kernel.refusal import Invalid


@pytest.mark.parametrize("mime", SOUNDS)
def test_a_recording_is_known_by_its_content_and_keeps_no_trace(take, mime):
    kept = take(SOUNDS[mime](), name="voice.exe", claims="application/octet-stream")
    assert kept.mime == mime
    assert SECRET not in kept.content
    assert kept.thumbnail == b""


@pytest.mark.parametrize("mime", SOUNDS)
def test_cleaning_a_clean_recording_changes_nothing(take, mime):
    once = take(SOUNDS[mime]()).content
    assert take(once).content == once


def test_the_sound_itself_stays(take):
    with wave.open(BytesIO(take(sound_wav()).content)) as kept, wave.open(BytesIO(sound_wav())) as sent:
        assert kept.readframes(10**6) == sent.readframes(10**6)
    assert take(sound_mp3()).content == sound_mp3()[10 + len(SECRET) : -128]
    assert take(sound_amr()).content == sound_amr()
    assert take(sound_aac()).content == sound_aac()


def test_positions_in_an_m4a_still_hold_since_no_box_changes_its_length(take):
    sent, kept = sound_m4a(), take(sound_m4a()).content
    assert len(sent) == len(kept)
    assert sent[sent.index(b"mdat") :] == kept[kept.index(b"mdat") :]
    assert b"\x12\x34\x56\x78" not in kept


def test_pages_of_an_ogg_are_sealed_anew(take):
    kept = take(sound_ogg()).content
    assert len(kept) == len(sound_ogg())
    second = kept[kept.index(b"OggS", 4) :]
    assert b"OpusTags" + bytes(8) in second


def test_films_are_refused_as_films(take):
    with pytest.raises(Invalid) as refused:
        take(sound_m4a(b"vide"))
    assert "视频" in refused.value.sentence.in_language("zh-hans")


@pytest.mark.parametrize(
    "hostile",
    [
        sound_amr(1),
        sound_amr() + b"<html>" * 20_000,
        sound_aac(2),
        sound_mp3(1),
        sound_m4a() + b"<script>alert(1)</script>",
        sound_m4a()[:-10],
        box(b"ftyp", b"M4A ", bytes(8)),
        box(b"ftyp", b"M4A ", bytes(8)) + box(b"moov", *[box(b"trak") for _ in range(9)]),
        sound_ogg() + sound_ogg(serial=9),
        sound_ogg() + b"PK\x03\x04",
        page(1, 0, b"\x80theora") + page(1, 1, b"x") + page(1, 2, b"x"),
        sound_wav()[:30],
        b"RIFF\xff\xff\xff\xffWAVEdata\xff\xff\xff\xff",
    ],
)
def test_what_is_no_recording_from_end_to_end_is_refused(take, hostile):
    with pytest.raises(Invalid) as refused:
        take(hostile)
    assert "重新发送" in refused.value.sentence.in_language("zh-hans")


def test_boxes_within_boxes_without_end_are_refused(take):
    nested = b""
    for _ in range(5000):
        nested = box(b"trak", nested)
    with pytest.raises(Invalid):
        take(box(b"ftyp", b"M4A ", bytes(8)) + box(b"moov", nested))


def test_scrambled_recordings_are_taken_or_refused_and_never_fail(take):
    dice = random.Random(2)
    for made in SOUNDS.values():
        whole = made()
        for _ in range(150):
            scrambled = bytearray(whole[: dice.randrange(20, len(whole))] if dice.random() < 0.3 else whole)
            for _ in range(dice.randint(1, 9)):
                scrambled[dice.randrange(len(scrambled))] = dice.randrange(256)
            with contextlib.suppress(Invalid):
                take(bytes(scrambled))
