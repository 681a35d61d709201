"""A lifecycle table refuses to be declared in a way that makes no sense."""

from typing import Annotated

import pytest

from linli.kernel.lifecycle import BadTable, Detail, Lifecycle, State, Transition, Who
from linli.kernel.words import say

ANYONE = Who(say("anyone", "任何人"), lambda actor, matter: True)
NEW = State("new", say("New", "新"), say("It is new.", "新的。"))
DONE = State("done", say("Done", "完"), say("It is done.", "完了。"), final=True)


class Open(Transition):
    words = say("Open", "开")
    target = (NEW,)
    who = ANYONE


class Finish(Transition):
    words = say("Finish", "完成")
    source = (NEW,)
    target = (DONE,)
    who = ANYONE


def table(*transitions: type[Transition], states: tuple[State, ...] = (NEW, DONE)) -> Lifecycle:
    return Lifecycle(kind="thing", words=say("Thing", "事"), states=states, opening=Open, transitions=transitions)


def test_a_sensible_table_stands():
    assert table(Finish).leaving("new") == (Finish,)


def test_a_state_nothing_reaches_is_refused():
    lost = State("lost", say("Lost", "失"), say("Lost.", "失。"), final=True)
    with pytest.raises(BadTable, match="no transition reaches lost"):
        table(Finish, states=(NEW, DONE, lost))


def test_a_dead_end_is_refused():
    with pytest.raises(BadTable, match="new is a dead end"):
        table(states=(NEW,))


def test_a_transition_from_an_unknown_state_is_refused():
    class Wander(Finish):
        source = (State("elsewhere", say("Else", "别处"), say("Else.", "别处。")),)

    with pytest.raises(BadTable, match="names elsewhere"):
        table(Finish, Wander)


def test_a_transition_that_starts_nowhere_is_refused():
    class Appear(Finish):
        source = ()

    with pytest.raises(BadTable, match="Appear starts nowhere"):
        table(Finish, Appear)


def test_two_transitions_of_one_name_are_refused():
    with pytest.raises(BadTable, match="called finish"):
        table(Finish, Finish)


def test_several_targets_need_a_rule_that_chooses():
    class Either(Finish):
        target = (NEW, DONE)

    with pytest.raises(BadTable, match="no lands_on"):
        table(Finish, Either)


def test_a_field_without_words_is_refused():
    class Mute(Finish):
        note: str = ""

    with pytest.raises(BadTable, match="note carry no Detail"):
        table(Finish, Mute)


def test_a_verb_is_the_class_name_in_snake_case():
    class SignForIt(Finish):
        pass

    assert SignForIt.verb() == "sign_for_it"


def test_coded_details_leave_personal_words_out():
    from linli.kernel.lifecycle import FreeText

    class Tell(Finish):
        text: Annotated[FreeText, Detail(say("Words", "话"))]
        times: Annotated[int, Detail(say("Times", "次数"))] = 1

    assert Tell(text="secret").coded() == {"times": 1}
    assert list(Tell.sealed_fields()) == ["text"]
