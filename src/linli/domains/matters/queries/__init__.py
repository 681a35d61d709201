"""What may be asked about matters; every query starts from what the actor may see.

`Matter` is here as what queries answer, for doors to read and annotate; nobody writes one but the engine.
"""

from linli.domains.matters.models import Matter
from linli.domains.matters.queries.acts import Button, acts_for, duty_of, hindrance, hindrances, may_act
from linli.domains.matters.queries.choices import choices_for, choices_for_all, drafted
from linli.domains.matters.queries.clocks import ClockView, clocks_of, deadlines, nearest_clocks
from linli.domains.matters.queries.files import File, files_of
from linli.domains.matters.queries.followed import followed, my_interest
from linli.domains.matters.queries.linked import Linked, linked_to
from linli.domains.matters.queries.listing import Filters, Page, list_matters, list_shared
from linli.domains.matters.queries.numbers import numbers_of
from linli.domains.matters.queries.one import get, get_by_number, get_many, get_shared, get_tracked, get_whole
from linli.domains.matters.queries.openings import field_words, openings_of
from linli.domains.matters.queries.own import get_own, readable_numbers
from linli.domains.matters.queries.proof import Proof, proof_of
from linli.domains.matters.queries.shared import Shared, shared_by_area
from linli.domains.matters.queries.spans import list_numbered, list_span
from linli.domains.matters.queries.timeline import Moment, public_timeline, timeline, timelines, told_to_part
from linli.domains.matters.queries.worklist import Asked, Counts, Group, worklist, worklist_counts

__all__ = [
    "Asked",
    "Button",
    "ClockView",
    "Counts",
    "File",
    "Filters",
    "Group",
    "Linked",
    "Matter",
    "Moment",
    "Page",
    "Proof",
    "Shared",
    "acts_for",
    "choices_for",
    "choices_for_all",
    "clocks_of",
    "deadlines",
    "drafted",
    "duty_of",
    "field_words",
    "files_of",
    "followed",
    "get",
    "get_by_number",
    "get_many",
    "get_own",
    "get_shared",
    "get_tracked",
    "get_whole",
    "hindrance",
    "hindrances",
    "linked_to",
    "list_matters",
    "list_numbered",
    "list_shared",
    "list_span",
    "may_act",
    "my_interest",
    "nearest_clocks",
    "numbers_of",
    "openings_of",
    "proof_of",
    "public_timeline",
    "readable_numbers",
    "shared_by_area",
    "timeline",
    "timelines",
    "told_to_part",
    "worklist",
    "worklist_counts",
]
