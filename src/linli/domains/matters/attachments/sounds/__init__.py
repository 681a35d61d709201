"""Recordings, taken apart: what is heard stays, what says where, when and with what it was recorded goes.

Nothing is decoded: each form is walked from its first byte to its last, only its known parts are kept, and whatever
does not fit refuses the whole. So nothing else can hide in a recording, in front, behind or between.
"""

from collections.abc import Callable

from linli.domains.matters.attachments.sounds.boxes import from_boxes
from linli.domains.matters.attachments.sounds.frames import AAC, AMR, AMR_WIDE, MP3, from_frames
from linli.domains.matters.attachments.sounds.pages import from_pages
from linli.domains.matters.attachments.sounds.waves import from_waves

CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "audio/aac": lambda content: from_frames(content, AAC),
    "audio/amr": lambda content: from_frames(content, AMR),
    "audio/amr-wb": lambda content: from_frames(content, AMR_WIDE),
    "audio/mpeg": lambda content: from_frames(content, MP3),
    "audio/mp4": from_boxes,
    "audio/ogg": from_pages,
    "audio/wav": from_waves,
}
"""Each type that is taken, and what makes a clean recording of it; raises Invalid."""

__all__ = ["CLEANERS"]
