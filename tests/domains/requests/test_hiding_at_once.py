"""Hiding, showing again, appealing, deciding, flagging at the same instant: one takes effect, and wholly."""

from __future__ import annotations

import pytest
from tests.domains.requests.hidden import hide, hiding_of, moderator
from tests.domains.requests.lives import Life
from tests.kernel.conftest import at_once
from tests.neighbourhood import build

from linli.domains.matters.engine import perform
from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.models import Ask, Matter
from linli.domains.requests.actions.flagging import flag
from linli.domains.requests.lifecycle.flag import Flag
from linli.domains.requests.lifecycle.hiding import (
    AppealHiding,
    HideFromNeighbours,
    Restore,
    ShowAgain,
    UpholdHiding,
)
from linli.kernel.refusal import Refusal

__all__ = ["at_once"]
pytestmark = pytest.mark.django_db(transaction=True)


def tried(do) -> bool:
    """Whether it took effect; what is refused changed nothing."""
    try:
        do()
    except Refusal:
        return False
    return True


@pytest.fixture
def shared():
    return Life(build(), share=True).filed()


def test_two_moderators_hide_it_once(shared, at_once):
    heads = [moderator(shared.here, f"head{number}") for number in range(4)]
    details = HideFromNeighbours(scope="words", ground="insult", reason="骂人")
    done = at_once(
        lambda head: tried(lambda: perform(shared.matter.pk, details, by=head, at=shared.at)), heads, threads=4
    )
    assert sorted(done) == [False, False, False, True]
    assert Matter.objects.filter(kind="hiding").count() == 1


def test_an_appeal_and_showing_it_again_never_both_wait(shared, at_once):
    head = moderator(shared.here, "head")
    hide(shared, head)
    acts = [(AppealHiding(reason="没有写"), shared.here.resident), (ShowAgain(reason="看错了"), head)] * 3
    done = at_once(
        lambda act: tried(lambda: perform(shared.matter.pk, act[0], by=act[1], at=shared.at)), acts, threads=6
    )
    assert sum(done) == 1
    request, hidden = Matter.objects.get(pk=shared.matter.pk), hiding_of(shared)
    appealed = Ask.objects.filter(kind="hiding").count() == 1
    assert hidden.state == ("appealed" if appealed else "unhidden")
    assert (hidden_of(request) is not None) is appealed


def test_two_who_decide_at_once_decide_once(shared, at_once):
    here, head = shared.here, moderator(shared.here, "head")
    hide(shared, head)
    shared.does(AppealHiding(reason="没有写"), here.resident)
    hidden = hiding_of(shared)
    acts = [(Restore(reason="没有"), here.supervisor), (UpholdHiding(reason="确有"), moderator(here, "other"))] * 2
    done = at_once(lambda act: tried(lambda: perform(hidden.pk, act[0], by=act[1], at=shared.at)), acts, threads=4)
    assert sum(done) == 1
    restored = Ask.objects.get(kind="hiding").outcome == "granted"
    assert hiding_of(shared).state == ("restored" if restored else "stays_hidden")
    assert (hidden_of(Matter.objects.get(pk=shared.matter.pk)) is None) is restored


def test_a_flag_sent_eight_times_at_once_is_one(shared, at_once):
    details, by = Flag(ground="insult", reason="骂了邻居"), shared.here.neighbour
    done = at_once(
        lambda _: tried(lambda: flag(shared.matter.number, details, by=by, at=shared.at)), range(8), threads=8
    )
    assert sum(done) == 1
    assert Matter.objects.filter(kind="flag").count() == 1
