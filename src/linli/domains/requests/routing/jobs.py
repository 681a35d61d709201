"""What routing does after the fact: suggesting for each new request, and learning every night."""

from __future__ import annotations

import logging
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.models import Matter
from linli.domains.requests.routing.models import ModelVersion
from linli.domains.requests.routing.suggesting import suggest
from linli.domains.requests.routing.training import learned_since, train_anew
from linli.kernel.jobs import job
from linli.kernel.refusal import Invalid

log = logging.getLogger(__name__)


@job("routing.suggest", once=True)
def suggest_for(matter: str) -> None:
    """Keeps the suggestion of one request."""
    found = Matter.objects.filter(pk=UUID(matter)).first()
    if found:
        suggest(found, at=timezone.now())


@job("routing.learn", every="20 3 * * *")
def learn() -> None:
    """Trains anew where people decided something since the last time."""
    newest = ModelVersion.objects.order_by("-number").first()
    if newest is None or learned_since(newest):
        try:
            train_anew(at=timezone.now())
        except Invalid as refusal:
            log.info("routing does not learn yet: %s", refusal.sentence.en)
