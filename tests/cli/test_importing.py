"""`linli import requests`: tried dry, done, handed back, done again without effect, undone; each said in words."""

import csv

import pytest
from typer.testing import CliRunner

from linli.cli import importing
from linli.cli.door import app
from linli.domains.matters.models import Matter
from linli.domains.requests.importing.models import Import
from linli.kernel.refusal import Invalid

HEADER = ["编号", "时间", "内容"]


@pytest.fixture
def run(neighbourhood, monkeypatch, tmp_path):
    """Runs the command within the test's own database."""
    from contextlib import nullcontext

    monkeypatch.setattr(importing, "standing", nullcontext)
    monkeypatch.setattr(importing, "bring_up_to_date", lambda: False)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["import", "requests", *words], catch_exceptions=False)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "messages.csv"
    with path.open("w", newline="", encoding="gbk") as file:
        rows = [["1", "2019-01-04 11:17", "三号楼停水了"], ["2", "昨天", "路灯坏了"]]
        csv.writer(file).writerows([HEADER, *rows])
    return path


def count():
    return Matter.objects.filter(kind="request").exclude(state="undone").count()


def test_a_dry_run_changes_nothing_and_writes_no_file(run, path, tmp_path):
    done = run(str(path), "--place", "柳荫街道", "--dry-run")
    assert (done.exit_code, count()) == (1, 0)
    assert "内容 → text" in done.output
    assert list(tmp_path.iterdir()) == [path]


def test_it_imports_and_hands_back_what_fell_out(run, path, tmp_path):
    done = run(str(path), "--place", "柳荫街道")
    assert (done.exit_code, count()) == (1, 1)
    assert (tmp_path / "messages-errors.xlsx").exists()
    run(str(path), "--place", "柳荫街道")
    assert count() == 1
    assert (tmp_path / "messages-errors-2.xlsx").exists()


def test_a_name_of_a_place_taught_once_is_known_ever_after(run, tmp_path):
    def write(name, number):
        path = tmp_path / name
        rows = [[*HEADER, "小区"], [number, "2019-01-04 11:17", "三号楼停水了", "六区"]]
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        return str(path)

    run(write("first.csv", "1"), "--place", "柳荫街道", "--map", "小区=place", "--called", "六区=柳荫社区")
    run(write("second.csv", "2"), "--place", "柳荫街道", "--map", "小区=place")
    assert set(Matter.objects.filter(kind="request").values_list("place__name", flat=True)) == {"柳荫社区"}


def test_a_place_elsewhere_cannot_be_meant(run, path):
    with pytest.raises(Invalid):
        run(str(path), "--place", "柳荫社区", "--called", "六区=柳荫街道")
    assert count() == 0


def test_it_is_undone_by_its_identifier(run, path):
    run(str(path), "--place", "柳荫街道")
    one = Import.objects.get()
    with pytest.raises(Invalid):
        run("--undo", str(one.pk))
    assert run("--undo", str(one.pk), "--reason", "导错了文件").exit_code == 0
    assert count() == 0


def test_columns_and_categories_are_corrected_by_name(run, path):
    assert run(str(path), "--place", "柳荫街道", "--map", "编号=").exit_code == 1
    assert "external" not in Matter.objects.get(kind="request").facts
    with pytest.raises(Invalid):
        run(str(path), "--map", "编号")


@pytest.mark.parametrize("words", [[], ["--undo", "not-one", "--reason", "错了"]])
def test_what_makes_no_sense_is_refused(run, words):
    from linli.kernel.refusal import Refusal

    with pytest.raises(Refusal):
        run(*words)
