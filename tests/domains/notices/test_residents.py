"""The check knows who lives there: a resident's name is marked even where it reads like any other word."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.notices.lives import NoticeLife
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import open_matter
from linli.domains.notices.checking import marks_in
from linli.domains.notices.residents import residents_named
from linli.domains.people.actions import register_person
from linli.domains.people.actor import SYSTEM, Actor
from linli.kernel.vault.models import Access

NAME = "高天明"
SAYS = f"周六晚上{NAME}月圆之夜请大家到花园赏月。"


def resident(here, place: str, name: str = NAME) -> None:
    """Somebody of that name who once reported something there."""
    person = register_person(name=name, phone="", by=SYSTEM, at=MONDAY)
    given = {"text": "路灯坏了", "place": here.places[place].pk, "category": "home.lift"}
    open_matter("request", given, by=Actor(person=person), at=MONDAY)


def marked(life) -> set[str]:
    return {SAYS[start:end] for field, kind, start, end, _ in life.notice.marks if (field, kind) == ("body", "name")}


def test_a_residents_name_is_marked_where_words_alone_would_not_tell(neighbourhood):
    assert not [mark for mark in marks_in({"body": SAYS}) if mark.kind == "name"]
    first = NoticeLife(neighbourhood, body=SAYS)
    assert marked(first) == set()
    resident(neighbourhood, "willow")
    assert marked(first.another(body=SAYS)) == {NAME}


def test_a_name_of_somebody_elsewhere_is_none_here(neighbourhood):
    resident(neighbourhood, "poplar")
    assert marked(NoticeLife(neighbourhood, body=SAYS)) == set()


def test_looking_names_up_opens_nothing_and_asks_as_often_for_a_long_text(neighbourhood):
    resident(neighbourhood, "willow")
    before, paths = Access.objects.count(), [neighbourhood.places["building"].path]

    def statements(text: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert residents_named([text], paths) == [NAME]
        return len(asked)

    assert statements(SAYS) == statements(SAYS * 100) == 3
    assert Access.objects.count() == before


def test_the_longer_of_two_names_is_the_one_that_is_covered(neighbourhood):
    resident(neighbourhood, "willow")
    resident(neighbourhood, "willow", name="高天")
    paths = [neighbourhood.places["willow"].path]
    assert residents_named([SAYS], paths) == [NAME, "高天"]
