"""Registers this room with Django, and its kinds and hooks with matters."""

from importlib import import_module

from django.apps import AppConfig

HOOKS = (
    "kinds",
    "flags",
    "letters",
    "actions.report",
    "actions.dispatching",
    "actions.following",
    "actions.judging",
    "actions.ending",
    "actions.bouncing",
    "actions.objecting",
    "actions.postponing",
    "actions.planning",
    "actions.changing_hands",
    "actions.merging",
    "actions.dismissing",
    "actions.handing_over",
    "actions.excluding",
    "actions.hiding",
    "likeness.beginnings",
    "likeness.events",
    "actions.whistling",
    "actions.reporting_in",
    "figures.approving",
    "disputes.kinds",
    "disputes.letters",
    "disputes.events",
    "disputes.actions.consenting",
    "disputes.actions.meeting",
    "disputes.actions.agreeing",
    "disputes.actions.performing",
    "disputes.actions.offering",
)


class RequestsConfig(AppConfig):
    """The requests room."""

    name = "linli.domains.requests"
    label = "requests"

    def ready(self) -> None:
        """Loads what registers itself."""
        for hook in HOOKS:
            import_module(f"{self.name}.{hook}")
