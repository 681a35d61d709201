"""Requests about the same matter at the same place: told from two texts, found among all, named where they are many.

Masked copies alone are compared. A resident's typed words are compared with what neighbours may read, which is a
shared request's masked title; staff's reading is compared whole. What is typed is neither kept nor logged.
"""

from linli.domains.requests.likeness.clusters import Cluster, Week, by_week, cluster
from linli.domains.requests.likeness.finding import Alike, alike_for_neighbours, alike_for_staff
from linli.domains.requests.likeness.repeats import reported_again

__all__ = [
    "Alike",
    "Cluster",
    "Week",
    "alike_for_neighbours",
    "alike_for_staff",
    "by_week",
    "cluster",
    "reported_again",
]
