"""Learning from what people decided: a new version beside the old ones, which stay and can be taken back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from linli.domains.requests.routing.history import SOMETHING, decided
from linli.domains.requests.routing.models import ModelVersion

WORSE = 0.01
"""A new version that was right less often than the present one by more than this waits for a person to choose it."""


def train_anew(*, at: datetime) -> ModelVersion:
    """Trains on history and keeps the version; raises Invalid with a sentence where there is nothing to tell apart."""
    from linli.domains.requests.routing.learned.storing import to_bytes  # noqa: PLC0415 - numpy, in jobs alone
    from linli.domains.requests.routing.learned.training import Example, train  # noqa: PLC0415 - as above

    past = [one for one in decided() if one.category != SOMETHING]
    trained = train([Example(one.text, one.category) for one in past])
    with transaction.atomic():
        present = ModelVersion.objects.select_for_update().filter(active=True).first()
        last = ModelVersion.objects.aggregate(last=Max("number"))["last"] or 0
        better = present is None or trained.accuracy >= present.accuracy - WORSE
        if better:
            ModelVersion.objects.filter(active=True).update(active=False)
        return ModelVersion.objects.create(
            number=last + 1,
            trained_at=at,
            trained_on=trained.model.trained_on,
            categories=len(trained.model.labels),
            accuracy=trained.accuracy,
            covered=trained.covered,
            right_where_sure=trained.right_where_sure,
            calibration_error=trained.calibration_error,
            weights=to_bytes(trained.model),
            active=better,
            chosen_at=at if better else None,
        )


def learned_since(version: ModelVersion | None) -> int:
    """How many decisions were made since the newest version was trained."""
    from linli.domains.requests.routing.models import Suggestion  # noqa: PLC0415 - read here alone

    rows = Suggestion.objects.exclude(decided_at=None)
    return rows.filter(decided_at__gt=version.trained_at).count() if version else rows.count()
