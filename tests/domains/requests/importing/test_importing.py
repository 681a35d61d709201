"""Rows become requests through the one engine: at their own times, sealed, masked, findable, on the record, once."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.domains.requests.importing.sheets import NOW, dry, import_, row, sheet

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event, Matter, SearchRow, Text
from linli.domains.matters.queries.listing import Filters, list_matters
from linli.domains.matters.searching import search
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Person
from linli.domains.requests.figures.queries import balance
from linli.domains.requests.importing.actions import undo
from linli.domains.requests.importing.models import FallenRow, ImportedRow
from linli.domains.requests.lifecycle import request as life
from linli.kernel.record.models import Entry
from linli.kernel.refusal import NotAllowed, NotFound, Refusal

ANSWERED = {"答复意见": "电梯已于昨日修好，恢复运行。", "答复时间": "2019/1/14 09:00:00"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.csv"


def requests():
    return Matter.objects.filter(kind="request").order_by("number")


def test_a_row_becomes_a_request_at_its_own_time(neighbourhood, path):
    one = import_(sheet(path, row("007")))
    matter = requests().get()
    assert matter.opened_at.isoformat() == "2019-01-04T03:17:46+00:00"
    assert matter.number.startswith("SQ19-")
    assert (matter.category, matter.place.name, matter.state) == ("home.lift", "柳荫社区", "received")
    assert (matter.facts["external"], matter.title) == ("007", "第007件事")
    assert (one.stage, one.counts["opened"], one.counts["fallen"]) == ("done", 1, 0)


def test_it_is_sealed_masked_findable_and_on_the_record(neighbourhood, path):
    import_(sheet(path, row(诉求内容="我是王居民，电话13800000001，三号楼停水了。")))
    matter = requests().get()
    text = Text.objects.get(matter=matter)
    assert "王居民" not in text.body
    assert "13800000001" not in text.body
    assert text.sealed is not None
    assert search("停水了", by=neighbourhood.desk, kind="request") == [matter]
    assert Entry.objects.filter(id=Event.objects.get(matter=matter).entry).exists()


def test_its_title_is_masked_too(neighbourhood, path):
    import_(sheet(path, row(标题="王居民13800000001反映停水")))
    assert "13800000001" not in requests().get().title
    assert "王居民" not in requests().get().title


def test_an_official_reply_is_lived_at_its_own_time(neighbourhood, path):
    import_(sheet(path, row(**ANSWERED)))
    matter = requests().get()
    assert matter.state == "replied"
    acts = dict(Event.objects.filter(matter=matter).values_list("verb", "at"))
    assert set(acts) == {"report", "accept", "dispatch", "lead_signed", "lead_answered"}
    assert {at.isoformat() for verb, at in acts.items() if verb != "report"} == {"2019-01-14T01:00:00+00:00"}
    assert Text.objects.get(field="text", matter__parent=matter).body.startswith("电梯已于昨日修好")


def test_nobody_is_told_of_what_happened_long_ago(neighbourhood, path):
    import_(sheet(path, row(**ANSWERED)))
    assert not Message.objects.exists()


def test_one_telephone_is_one_person_however_often(neighbourhood, path):
    before = Person.objects.count()
    import_(sheet(path, row("1"), row("2"), row("3", 联系电话="")))
    assert Person.objects.count() == before + 2
    assert len({matter.opener_id for matter in requests()}) == 2


def test_what_is_longer_than_a_message_goes_on_in_the_next(neighbourhood, path):
    words = "".join(f"第{n}句，楼道的灯又坏了。" for n in range(900))
    import_(sheet(path, row(诉求内容=words, 标题="", 答复意见=words, 答复时间="2019/1/14")))
    matter = requests().get()
    said = list(Text.objects.filter(matter=matter, matter__kind="request").order_by("event__version"))
    answered = Text.objects.get(matter__parent=matter)
    assert "".join(text.body for text in said if text.at == matter.opened_at) == words
    assert answered.body + "".join(text.body for text in said if text.at != matter.opened_at) == words
    assert search("第899句", by=neighbourhood.desk, kind="request") == [matter]


def test_the_same_file_twice_adds_nothing(neighbourhood, path):
    first = import_(sheet(path, row("1"), row("2")))
    assert import_(path).pk == first.pk
    assert requests().count() == 2


def test_rows_of_an_overlapping_file_come_in_once(neighbourhood, path):
    import_(sheet(path, row("1"), row("2")))
    again = import_(sheet(path, row("2"), row("3")))
    assert (again.counts["opened"], again.counts["repeated"]) == (1, 1)
    assert requests().count() == 3


def test_rows_without_a_number_are_known_by_what_they_say(neighbourhood, path):
    import_(sheet(path, row("", 标题="停水")))
    again = import_(sheet(path, row("", 标题="停水"), row("", 标题="停电")))
    assert (again.counts["opened"], again.counts["repeated"]) == (1, 1)


def test_a_number_that_comes_back_with_other_words_falls_out(neighbourhood, path):
    import_(sheet(path, row("1")))
    again = import_(sheet(path, row("1", 诉求内容="完全不同的另一件事情，路灯坏了。")))
    assert again.counts["fallen"] == 1
    assert "other words" in FallenRow.objects.get().en


@pytest.mark.parametrize(
    ("wrong", "column", "said"),
    [
        ({"反映时间": "昨天"}, "反映时间", "Write a time"),
        ({"反映时间": "2031-01-01"}, "反映时间", "future"),
        ({"答复意见": "好的", "答复时间": "2018/1/1"}, "答复时间", "earlier"),
        ({"诉求内容": "", "标题": ""}, "诉求内容", "Fill this in"),
        ({"联系电话": "12"}, "联系电话", "mobile"),
        ({"诉求内容": "长" * 40_000}, "诉求内容", "at most 32000"),
    ],
)
def test_a_wrong_row_falls_out_by_line_and_column_and_the_others_come_in(neighbourhood, path, wrong, column, said):
    one = import_(sheet(path, row("1"), row("2", **{"类别": "", **wrong}), row("3")))
    fallen = FallenRow.objects.get(brought_by=one)
    assert (fallen.line, fallen.column) == (3, column)
    assert said in fallen.en
    assert (one.counts["opened"], one.counts["fallen"]) == (2, 1)


def test_what_the_engine_refuses_falls_out_alone(neighbourhood, path):
    one = import_(sheet(path, row("1"), row("2", 反映时间="1999/1/1"), row("3")))
    assert (one.counts["opened"], one.counts["fallen"], FallenRow.objects.get().line) == (2, 1, 3)


def test_unknown_categories_and_places_are_counted_and_kept_in_the_words(neighbourhood, path):
    one = import_(sheet(path, row("1", 类别="城乡建设", 所属社区="无名里")))
    matter = requests().get()
    assert (one.counts["other_category"], one.counts["other_place"]) == (1, 1)
    assert (matter.category, matter.place.name) == ("other.other", "柳荫街道")
    body = Text.objects.get(matter=matter).body
    assert "城乡建设" in body
    assert "无名里" in body


def test_a_category_taught_once_is_known_ever_after(neighbourhood, path):
    import_(sheet(path, row("1", 类别="城乡建设")), categories={"城乡建设": "home.property"})
    import_(sheet(path, row("2", 类别="城乡建设")))
    assert set(requests().values_list("category", flat=True)) == {"home.property"}


def test_a_dry_run_says_what_an_import_then_does_and_changes_nothing(neighbourhood, path):
    sheet(path, row("1", **ANSWERED), row("1"), row("2", 反映时间="?"), row("3", 类别="城乡建设"))
    said = dry(path)
    assert not requests().exists()
    assert said.unknown == {"城乡建设": 1}
    done = import_(path)
    kept = ("opened", "replied", "repeated", "fallen", "other_category", "other_place")
    assert {name: said.counts[name] for name in kept} == {name: done.counts.get(name, 0) for name in kept}


def test_an_import_needs_the_right_over_its_place(neighbourhood, path):
    with pytest.raises(NotAllowed):
        import_(sheet(path, row()), by=neighbourhood.desk)
    assert not requests().exists()


def test_an_undone_import_leaves_lists_search_and_work_and_stays_on_the_record(neighbourhood, path):
    one = import_(sheet(path, row("1", **ANSWERED), row("2")))
    entries = Entry.objects.count()
    undo(one.pk, reason="导错了文件", by=SYSTEM, at=NOW)
    assert set(requests().values_list("state", flat=True)) == {"undone"}
    assert list_matters(Filters(), by=neighbourhood.desk).rows == []
    assert len(list_matters(Filters(states=("undone",)), by=neighbourhood.desk).rows) == 2
    assert search("电梯", by=neighbourhood.desk, kind="request") == []
    assert not SearchRow.objects.exists()
    assert balance(by=neighbourhood.desk, since=NOW - timedelta(days=9000), until=NOW).received == 0
    assert not Matter.objects.filter(closed_at=None).exists()
    assert Entry.objects.count() > entries


def test_what_was_worked_on_since_is_undone_as_well(neighbourhood, path):
    one = import_(sheet(path, row("1")))
    perform(requests().get().pk, life.Accept(), by=neighbourhood.desk, at=NOW)
    undo(one.pk, reason="导错了文件", by=SYSTEM, at=NOW)
    assert requests().get().state == "undone"


def test_an_undone_file_can_be_imported_anew(neighbourhood, path):
    one = import_(sheet(path, row("1")))
    undo(one.pk, reason="类别错了", by=SYSTEM, at=NOW)
    again = import_(path)
    assert (again.pk != one.pk, again.counts["opened"]) == (True, 1)
    assert ImportedRow.objects.filter(key__isnull=False).count() == 1


def test_undoing_twice_or_nothing_is_refused(neighbourhood, path):
    one = import_(sheet(path, row("1")))
    undo(one.pk, reason="导错了文件", by=SYSTEM, at=NOW)
    with pytest.raises(Refusal, match="undone already"):
        undo(one.pk, reason="导错了文件", by=SYSTEM, at=NOW)
    with pytest.raises(NotFound):
        undo(requests().get().pk, reason="导错了文件", by=SYSTEM, at=NOW)


def test_undoing_needs_the_same_right(neighbourhood, path):
    one = import_(sheet(path, row("1")))
    with pytest.raises(NotAllowed):
        undo(one.pk, reason="导错了文件", by=neighbourhood.desk, at=NOW)


def test_a_workbook_of_before_2007_comes_in_as_it_is(neighbourhood):
    """A made-up .xls with a title in merged cells, a number as a number, and a date as a date of its own."""
    one = import_(Path(__file__).with_name("before-2007.xls"))
    assert (one.counts["opened"], one.counts["fallen"]) == (2, 0)
    first, second = requests()
    assert first.opened_at.isoformat() == "2019-01-04T03:17:00+00:00"
    assert first.facts["external"] == "0012345678901234567"
    assert second.opened_at.isoformat() == "2019-01-05T01:00:00+00:00"
    assert first.place.name == "柳荫社区"
    assert first.opener_id
