"""A sheet sent to the office: sealed, tried, taught, brought in by a job, taken back by a job, and let go in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from tests.domains.requests.importing.sheets import row, sheet
from tests.neighbourhood import MONDAY
from tests.staffed import here

from linli.domains.matters.models import Matter
from linli.domains.people.models import Post, Role
from linli.domains.places.queries import get
from linli.domains.requests.importing.actions import try_dry
from linli.domains.requests.importing.models import Import, Upload
from linli.domains.requests.importing.starting import start, start_undoing
from linli.domains.requests.importing.uploading import (
    Taught,
    ground_of,
    imports,
    let_go,
    let_go_of_old,
    looked_at,
    receive,
    teach,
    upload,
)
from linli.kernel.jobs.inline import run_due
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal

__all__ = ["here"]
NOTHING = Taught({}, {}, {})


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def importer(here):
    """The dispatcher of the whole subdistrict, who may import."""
    rights = here.caller.posts[0].rights | {"requests.import"}
    Role.objects.filter(posts__account=here.caller.account).update(rights=sorted(rights))
    return replace(here.caller, posts=(replace(here.caller.posts[0], rights=rights),))


@pytest.fixture
def send(here, importer, tmp_path):
    def sent(*rows, at=None, header=None):
        content = sheet(tmp_path / "a.csv", *rows, header=header).read_bytes()
        place = get(here.places["subdistrict"].pk)
        return receive([content], name="留言.csv", place=place, by=importer, at=at or timezone.now())

    return sent


def test_the_file_is_kept_sealed_and_nothing_comes_in_before_it_is_started(send, importer):
    one = send(row(诉求内容="我是王居民，电话13800000001，三号楼停水了。"))
    kept = b"".join(path.read_bytes() for path in settings.FILES.rglob("*") if path.is_file())
    assert kept
    assert "停水".encode() not in kept
    assert not Matter.objects.exists()
    with looked_at(upload(one.pk, by=importer), by=importer, at=timezone.now()) as (path, looked):
        assert looked.columns["诉求内容"] == "text"
        standing = path
    assert not standing.exists()


def test_what_is_no_sheet_is_refused_before_it_is_kept(here, importer):
    place = get(here.places["subdistrict"].pk)
    with pytest.raises(Invalid):
        receive([b"%PDF-1.7"], name="a.pdf", place=place, by=importer, at=MONDAY)
    assert not Upload.objects.exists()


def test_a_job_brings_it_in_and_destroys_the_file_where_nothing_fell_out(send, importer):
    one = send(row("1"), row("2"))
    start(one, at=timezone.now())
    run_due()
    brought = upload(one.pk, by=importer)
    assert (brought.brought.stage, brought.brought.counts["opened"]) == ("done", 2)
    assert brought.erased_at
    assert Matter.objects.filter(kind="request").count() == 2
    with pytest.raises(Refusal), looked_at(brought, by=importer, at=timezone.now()):
        pass


def test_it_is_started_once(send):
    one = send(row())
    start(one, at=timezone.now())
    with pytest.raises(Refusal) as refused:
        start(one, at=timezone.now())
    assert "已经开始" in refused.value.sentence.in_language("zh")


def test_what_fell_out_keeps_the_file_until_the_rules_let_it_go(send, importer):
    now = timezone.now()
    one = send(row("1"), row("2", 反映时间="昨天"), at=now)
    start(one, at=now)
    run_due()
    assert upload(one.pk, by=importer).erased_at is None
    assert let_go_of_old(at=now + timedelta(days=29)) == 0
    assert let_go_of_old(at=now + timedelta(days=31)) == 1
    assert not [path for path in settings.FILES.rglob("*") if path.is_file()] or upload(one.pk, by=importer).erased_at


def test_columns_that_a_person_corrects_are_used_and_wrong_ones_refused(send, importer):
    one = send(row(), header=["编号", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"])
    with looked_at(one, by=importer, at=timezone.now()) as (_, looked):
        teach(one, looked, Taught({"丁": "subject"}, {}, {}))
        with pytest.raises(Invalid):
            teach(one, looked, Taught({"丁": "gossip"}, {}, {}))
    with looked_at(upload(one.pk, by=importer), by=importer, at=timezone.now()) as (_, looked):
        assert looked.columns["丁"] == "subject"


def test_a_place_taught_once_is_known_for_every_file_of_this_area(here, send, importer):
    one = send(row(所属社区="老柳荫片区"))
    now = timezone.now()
    with looked_at(one, by=importer, at=now) as (_, looked):
        assert try_dry(looked, place=ground_of(one), at=now).unknown_places == {"老柳荫片区": 1}
        teach(one, looked, Taught({}, {}, {"老柳荫片区": here.places["willow"].pk}))
        assert not try_dry(looked, place=ground_of(one), at=now).unknown_places
    start(one, at=now)
    run_due()
    assert Matter.objects.get(kind="request").place.name == "柳荫社区"


def test_a_place_outside_of_the_files_own_is_refused(here, send, importer):
    one = send(row())
    Upload.objects.update(place=here.places["willow"].pk)
    with looked_at(one, by=importer, at=timezone.now()) as (_, looked), pytest.raises(Invalid):
        teach(upload(one.pk, by=importer), looked, Taught({}, {}, {"别处": here.places["poplar"].pk}))


def test_what_refuses_the_file_is_said_on_its_page_and_it_can_be_started_again(send, importer):
    one = send(row(), header=["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
    with looked_at(one, by=importer, at=timezone.now()) as (_, looked):
        teach(one, looked, Taught(dict.fromkeys(looked.columns, ""), {}, {}))
    start(upload(one.pk, by=importer), at=timezone.now())
    run_due()
    again = upload(one.pk, by=importer)
    assert again.zh
    assert again.started_at is None
    assert not Import.objects.exists()


def test_whoever_lost_the_right_since_brings_nothing_in(send, importer):
    one = send(row())
    start(one, at=timezone.now())
    Post.objects.filter(account=importer.account).update(until=timezone.now())
    run_due()
    assert not Matter.objects.exists()
    assert Upload.objects.get().zh


def test_a_whole_import_is_taken_back_by_a_job_with_its_reason(send, importer):
    one = send(row("1"), row("2"))
    start(one, at=timezone.now())
    run_due()
    brought = Import.objects.get()
    with pytest.raises(Invalid):
        start_undoing(brought.pk, reason=" ", by=importer)
    start_undoing(brought.pk, reason="导错了文件，联系13800000001", by=importer)
    run_due()
    brought.refresh_from_db()
    assert brought.stage == "undone"
    assert "13800000001" not in brought.undo_reason
    assert set(Matter.objects.filter(kind="request").values_list("state", flat=True)) == {"undone"}
    with pytest.raises(Refusal):
        start_undoing(brought.pk, reason="再来一次", by=importer)


def test_nobody_of_elsewhere_sees_starts_or_undoes_it(here, send, importer):
    one = send(row())
    start(one, at=timezone.now())
    run_due()
    rights = here.stranger.posts[0].rights | {"requests.import"}
    stranger = replace(here.stranger, posts=(replace(here.stranger.posts[0], rights=rights),))
    assert imports(by=stranger) == ([], [])
    assert len(imports(by=importer)[0]) == 1
    for refused in (
        lambda: upload(one.pk, by=stranger),
        lambda: start_undoing(Import.objects.get().pk, reason="不要", by=stranger),
    ):
        with pytest.raises(NotAllowed):
            refused()
    with pytest.raises(NotFound):
        upload(here.building, by=importer)


def test_a_file_let_go_is_gone_for_good(send, importer):
    one = send(row())
    let_go(one, at=timezone.now())
    assert imports(by=importer) == ([], [])
    with pytest.raises(Refusal):
        start(upload(one.pk, by=importer), at=timezone.now())
