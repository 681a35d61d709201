"""PDFs: taken as they are drawn, refused where they act by themselves, their own description blanked in place.

Removed: author, software, titles and dates (the information dictionary and XMP), place and camera of photographs
inside (EXIF), and whatever stands behind the end. Kept: what is on the pages, and drafts that the writing program left
in the file. No string changes its length, so every position in the file still holds (ISO 32000-1, 7.5, 14.3); a digital
signature over the document no longer verifies.
"""

from linli.domains.matters.attachments.documents.cleaning import clean

__all__ = ["clean"]
