"""Pictures, drawn anew: only what can be seen survives, so neither place nor device nor anything hidden in the file.

One picture is decoded at a time in a process, and a JPEG no larger than needed, to keep a web worker small.
"""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import NamedTuple

from PIL import Image, ImageOps

from linli.domains.matters.attachments.refusals import too_many_pixels

EDGE = 2560
"""Pixels of the longer edge that is kept: enough to read a notice photographed from three metres."""
SMALL = 480
"""Pixels of a thumbnail's longer edge."""
MILLIONS = {"JPEG": 50, "PNG": 25, "WEBP": 25}
"""Millions of pixels decoded at most. A JPEG is decoded smaller than it is, the others whole."""
WHITE = (255, 255, 255)
MIME = "image/jpeg"
_one_at_a_time = Lock()


class Picture(NamedTuple):
    """A picture as it is kept."""

    content: bytes
    thumbnail: bytes
    width: int
    height: int


def redraw(content: bytes) -> Picture:
    """The picture as a JPEG of at most `EDGE` pixels, upright, and its thumbnail; refuses what cannot be drawn."""
    with _one_at_a_time:
        try:
            return _drawn(content)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise too_many_pixels(max(MILLIONS.values())) from error


def _drawn(content: bytes) -> Picture:
    with Image.open(BytesIO(content), formats=tuple(MILLIONS)) as found:
        form = "JPEG" if found.format == "MPO" else found.format or ""
        if found.width * found.height > MILLIONS[form] * 1_000_000:
            raise too_many_pixels(MILLIONS[form])
        found.draft("RGB", (EDGE, EDGE))
        upright = ImageOps.exif_transpose(found)
        plain = _on_white(upright)
    plain.thumbnail((EDGE, EDGE), Image.Resampling.LANCZOS)
    small = plain.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Picture(_written(plain, quality=85), _written(small, quality=75), *plain.size)


def _on_white(found: Image.Image) -> Image.Image:
    """What is transparent is shown on white, as paper would."""
    if found.mode in ("RGB", "L"):
        return found.convert("RGB")
    if not found.has_transparency_data:
        return found.convert("RGB")
    seen = found.convert("RGBA")
    paper = Image.new("RGB", seen.size, WHITE)
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def _written(picture: Image.Image, *, quality: int) -> bytes:
    picture.info = {}  # comments and profiles would be written out again
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
