"""The tables of matters."""

from linli.domains.matters.models.ask import Ask
from linli.domains.matters.models.attachment import Attachment, Shows
from linli.domains.matters.models.clock import Clock
from linli.domains.matters.models.event import Event
from linli.domains.matters.models.follow import Follow
from linli.domains.matters.models.link import Link
from linli.domains.matters.models.matter import Matter, Visibility
from linli.domains.matters.models.saved_filter import SavedFilter
from linli.domains.matters.models.search import SearchRow
from linli.domains.matters.models.text import Audience, Text
from linli.domains.matters.models.verdict import Verdict

__all__ = [
    "Ask",
    "Attachment",
    "Audience",
    "Clock",
    "Event",
    "Follow",
    "Link",
    "Matter",
    "SavedFilter",
    "SearchRow",
    "Shows",
    "Text",
    "Verdict",
    "Visibility",
]
