"""Files people add: looked into, cleaned, sealed on disk, opened for a purpose; never what they came as.

Words: an *upload* is what arrives; a *file* is what is kept of it. A file belongs to the act it came with (a report, a
message, an answer …) and shows on the timeline there; the act's entry in the record commits to its digest.
Promises: the content alone says what a file is; its name is not kept, for it says who and where as often as not. A
picture is drawn anew, so nothing but what can be seen survives. A recording or document is taken apart: where, when,
by whom and with what it was made is removed; what is said, written or drawn in it stays.

A door calls `read_upload` before its act and hands the files to it: `report(…, files=…)`, `perform(…, files=…)`, or
`attach` where there is no other act. `open_attachment` gives one back.
"""

from linli.domains.matters.attachments.attaching import attach
from linli.domains.matters.attachments.comparing import Compared, comparable, open_compared
from linli.domains.matters.attachments.opening import Opened, open_attachment
from linli.domains.matters.attachments.sniffing import ACCEPTED
from linli.domains.matters.attachments.uploads import read_upload, read_uploads

__all__ = [
    "ACCEPTED",
    "Compared",
    "Opened",
    "attach",
    "comparable",
    "open_attachment",
    "open_compared",
    "read_upload",
    "read_uploads",
]
