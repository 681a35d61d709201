"""The work apps on one's own page: which are connected here, and which are bound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.signin.workapps.actions import bound_apps
from linli.domains.people.signin.workapps.clients import connected
from linli.domains.people.signin.workapps.vocabulary import WorkApp


@dataclass(frozen=True, slots=True)
class OwnApp:
    """One app; `since` where it is bound."""

    app: WorkApp
    since: datetime | None


def own_apps(account: UUID) -> list[OwnApp]:
    """Those connected here, and those bound that no longer are."""
    bound = bound_apps(account)
    shown = dict.fromkeys([*connected(), *(WorkApp(app) for app in bound)])
    return [OwnApp(app, bound.get(app.value)) for app in shown]
