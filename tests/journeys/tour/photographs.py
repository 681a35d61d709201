"""Pictures of a tour: what was on the screen, side by side where it is a phone's, small enough for a page."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from PIL import Image

WANTED = os.environ.get("LINLI_PHOTOGRAPH") == "1"
GAP, GROUND = 20, (222, 222, 216)
COLOURS = 128


def develop(shots: list[bytes], to: Path) -> None:
    """Writes one picture of all the shots."""
    images = [Image.open(BytesIO(shot)).convert("RGB") for shot in shots]
    height = max(image.height for image in images)
    sheet = Image.new("RGB", (sum(image.width for image in images) + GAP * (len(images) - 1), height), GROUND)
    left = 0
    for image in images:
        sheet.paste(image, (left, 0))
        left += image.width + GAP
    to.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(to, optimize=True)
