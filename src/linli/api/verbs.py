"""Every act of a lifecycle as an operation: POST /{kind}s/{number}/{verb}, made from the same table as the buttons."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.params.functions import Header as HeaderParam

from linli.api.problems import WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.shapes import MatterOut, matter_out
from linli.api.tokens import ACT, caller
from linli.api.words import Line
from linli.domains.matters import queries as matters
from linli.domains.matters.engine import perform
from linli.kernel.lifecycle import Lifecycle, Transition
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

SEEN = "The version the caller saw; refused as stale if the matter moved on."


def add_verbs(router: Router, life: Lifecycle) -> None:
    """Adds one operation for each act that someone may do."""
    for transition in life.transitions:
        if not transition.derived:
            router.post(
                f"/{{number}}/{transition.verb()}",
                auth=ACT,
                response={200: MatterOut, **WRITING},
                operation_id=f"{life.kind}_{transition.verb()}",
                summary=transition.words.en,
                description=transition.__doc__,
                openapi_extra=REPEATABLE,
            )(repeatable(_operation(life, transition)))


def _operation(life: Lifecycle, transition: type[Transition]) -> Callable[..., dict[str, Any]]:
    def act(request: HttpRequest, number: str, **given: Any) -> dict[str, Any]:
        by = caller(request)
        matter = matters.get_by_number(number, by=by)
        details = given.get("details") or transition()
        done = perform(matter.pk, details, by=by, at=timezone.now(), version=_version(given.get("if_match")))
        return matter_out(done)

    act.__name__ = f"{life.kind}_{transition.verb()}"
    act.__signature__ = _signature(transition)  # type: ignore[attr-defined]  # ninja reads what to ask for from here
    return act


def _signature(transition: type[Transition]) -> Signature:
    named = [
        Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest),
        Parameter("number", Parameter.POSITIONAL_OR_KEYWORD, annotation=Line),
    ]
    if transition.model_fields:
        named.append(Parameter("details", Parameter.POSITIONAL_OR_KEYWORD, annotation=transition))
    match = HeaderParam(None, alias="If-Match", description=SEEN)
    named.append(Parameter("if_match", Parameter.KEYWORD_ONLY, default=match, annotation=str | None))
    return Signature(named)


def _version(seen: str | None) -> int | None:
    if not seen:
        return None
    try:
        return int(seen.strip('"'))
    except ValueError as error:
        raise Invalid(say("If-Match holds a version number.", "If-Match 应为版本号。")) from error
