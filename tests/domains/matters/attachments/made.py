"""Real files made for tests: pictures by Pillow, a WAV by the standard library, the others byte by byte."""

from __future__ import annotations

import wave
import zlib
from io import BytesIO

from PIL import Image

SECRET = b"SECRET-PLACE-AND-NAME"
"""Stands in every place where a phone or a program leaves traces; nothing kept may hold it."""
POSITION = {1: "N", 2: (39.0, 54.0, 15.0), 3: "E", 4: (116.0, 24.0, 26.0)}


def picture(
    form: str = "JPEG", size: tuple[int, int] = (640, 480), *, turned: bool = False, mode: str = "RGB"
) -> bytes:
    """A picture, red on its left half, with position, maker and comment where its form has room for them."""
    drawn = Image.new(mode, size, 0 if mode != "RGBA" else (0, 0, 255, 0))
    if mode == "RGB":
        drawn.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    traces = Image.Exif()
    traces[0x010F] = SECRET.decode()
    traces[0x8825] = POSITION
    if turned:
        traces[0x0112] = 6
    out = BytesIO()
    more = {"comment": SECRET} if form == "JPEG" else {}
    drawn.save(out, form, exif=traces, **more)
    return out.getvalue()


def sound_wav(seconds: float = 0.2) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(int(16000 * seconds)))
    plain = out.getvalue()
    body = plain[8:] + b"LIST" + len(SECRET).to_bytes(4, "little") + SECRET + b"\x00" * (len(SECRET) % 2)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def sound_amr(frames: int = 10) -> bytes:
    return b"#!AMR\n" + (b"\x3c" + b"\x55" * 31) * frames


def sound_aac(frames: int = 10) -> bytes:
    length = 100
    head = bytes([0xFF, 0xF1, 0x50, 0x80 | length >> 11, length >> 3 & 0xFF, (length & 7) << 5 | 0x1F, 0xFC])
    return (head + b"\x21" * (length - 7)) * frames


def sound_mp3(frames: int = 10) -> bytes:
    """MPEG-1 layer III, 128 kbit/s, 44.1 kHz: frames of 417 bytes, between an ID3v2 tag and an ID3v1 tag."""
    tag = b"ID3\x03\x00\x00" + bytes([0, 0, 0, len(SECRET)]) + SECRET
    return tag + (b"\xff\xfb\x90\x00" + b"\x00" * 413) * frames + b"TAG" + SECRET.ljust(125, b"\x00")


def box(name: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return (8 + len(body)).to_bytes(4, "big") + name + body


def sound_m4a(media: bytes = b"soun") -> bytes:
    handler = box(b"hdlr", bytes(8), media, bytes(12), SECRET + b"\x00")
    dates = b"\x12\x34\x56\x78" * 2
    track = box(
        b"trak",
        box(b"tkhd", bytes(4), dates, bytes(72)),
        box(b"mdia", box(b"mdhd", bytes(4), dates, bytes(12)), handler),
    )
    about = box(b"udta", box(b"\xa9xyz", SECRET), box(b"meta", bytes(4), SECRET))
    movie = box(b"moov", box(b"mvhd", bytes(4), dates, bytes(88)), track, about)
    return box(b"ftyp", b"M4A ", bytes(4), b"isom") + movie + box(b"mdat", b"\x21" * 400)


def page(serial: int, number: int, body: bytes, *, flags: int = 0) -> bytes:
    from linli.domains.matters.attachments.sounds.pages import _sealed

    lacings = bytes([255] * (len(body) // 255) + [len(body) % 255])
    head = (
        b"OggS\x00" + bytes([flags]) + bytes(8) + serial.to_bytes(4, "little") + number.to_bytes(4, "little") + bytes(4)
    )
    return _sealed(head + bytes([len(lacings)]) + lacings + body)


def sound_ogg(serial: int = 7) -> bytes:
    comments = b"OpusTags" + len(SECRET).to_bytes(4, "little") + SECRET + bytes(4)
    first = page(serial, 0, b"OpusHead" + bytes(11), flags=2)
    return first + page(serial, 1, comments) + page(serial, 2, b"\x55" * 300) + page(serial, 3, b"\x55" * 300, flags=4)


SOUNDS = {
    "audio/wav": sound_wav,
    "audio/amr": sound_amr,
    "audio/aac": sound_aac,
    "audio/mpeg": sound_mp3,
    "audio/mp4": sound_m4a,
    "audio/ogg": sound_ogg,
}


def packed(text: bytes, entries: bytes = b"") -> bytes:
    """A packed stream of a PDF."""
    body = zlib.compress(text)
    return b"<< /Filter /FlateDecode %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(body), body)


def document(*, extra: bytes = b"", trailer: bytes = b"", about_packed: bool = False) -> bytes:
    """A PDF of one page that says in every usual place who made it; `extra` is one more object's body."""
    told = b"<< /Author (" + SECRET + b" \\(nested\\)) /Title <534543524554> /Producer (writer (two)) >>"
    xmp = b"<?xpacket begin?><x:xmpmeta>" + SECRET + b"</x:xmpmeta><?xpacket end?>"
    camera = b"\xff\xd8\xff\xe1" + (10 + len(SECRET)).to_bytes(2, "big") + b"Exif\x00\x00" + SECRET + b"\xff\xd9"
    drawing = b"BT /F1 24 Tf 72 720 Td (Hello) Tj ET"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        4: packed(drawing),
        5: b"<< /Type /Metadata /Length %d >>\nstream\n%s\nendstream" % (len(xmp), xmp),
        6: b"<< /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (len(camera), camera),
        7: packed(xmp, b"/Type /Metadata"),
    }
    if about_packed:
        head = b"8 0 "
        objects[9] = packed(head + told, b"/Type /ObjStm /N 1 /First %d" % len(head))
    else:
        objects[8] = told
    if extra:
        objects[10] = extra
    body, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, 11))
    start = len(body)
    body += b"xref\n0 11\n0000000000 65535 f \n" + table
    return body + b"trailer\n<< /Size 11 /Root 1 0 R /Info 8 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
