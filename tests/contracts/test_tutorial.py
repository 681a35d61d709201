"""The tutorial works as it stands: its code, run unchanged, gives a state with button, form, verb, clock and page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from ninja import Router
from tests.domains.requests.lives import Life

from linli.api.verbs import add_verbs
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Clock
from linli.domains.matters.queries import acts_for
from linli.domains.matters.reference import reference
from linli.domains.requests.lifecycle import assignment
from linli.kernel.lifecycle import BadTable, State
from linli.kernel.lifecycle.forms import form_for

PAGE = Path(__file__).parents[2] / "docs" / "tutorial" / "add-a-state.md"


@pytest.fixture
def written():
    """The names that the tutorial's code defines."""
    names = vars(assignment) | {"State": State, "date": date}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S):
        exec(compile(block, str(PAGE), "exec", dont_inherit=True), names)  # noqa: S102 - our own page is the subject
    return names


@pytest.fixture
def life(written, monkeypatch):
    table = replace(
        assignment.ASSIGNMENT,
        states=(*assignment.ASSIGNMENT.states, written["ORDERED"]),
        transitions=(*assignment.ASSIGNMENT.transitions, written["OrderMaterial"], written["MaterialCame"]),
    )
    monkeypatch.setattr(kind_of("assignment"), "life", table)
    return table


def test_the_new_state_is_entered_and_left(neighbourhood, written, life):
    walked = Life(neighbourhood).signed()
    lead = walked.lead
    assert "材料已订购" in [
        str(button.words) for button in acts_for(lead, by=neighbourhood.handler, now=timezone.now())
    ]
    walked.does(written["OrderMaterial"](expected=date(2026, 4, 1), what="门机配件"), neighbourhood.handler, on=lead)
    assert walked.lead.state == "ordered"
    clock = Clock.objects.get(matter=lead, name="progress")
    assert clock.paused
    assert clock.pauses[0]["zh"] == "等材料到货"
    walked.does(written["MaterialCame"](), neighbourhood.handler, on=lead)
    assert walked.lead.state == "in_progress"


def test_the_form_asks_for_what_the_class_declares(written, life):
    form = form_for(written["OrderMaterial"], choices=lambda source: [])()
    assert list(form.fields) == ["expected", "what"]


def test_the_verb_is_an_operation(life):
    router = Router()
    add_verbs(router, life)
    assert "/{number}/order_material" in router.path_operations


def test_the_reference_page_draws_it(life):
    assert "ordered --> in_progress" in reference(life)


def test_forgetting_the_way_out_is_refused_as_the_page_says(written):
    with pytest.raises(BadTable, match="assignment: ordered is a dead end"):
        replace(
            assignment.ASSIGNMENT,
            states=(*assignment.ASSIGNMENT.states, written["ORDERED"]),
            transitions=(*assignment.ASSIGNMENT.transitions, written["OrderMaterial"]),
        )
