"""`linli hotline`: orders taken from the city's sheet, what became of them given back, each said in words."""

from contextlib import nullcontext

import pytest
from tests.domains.requests.hotline.conftest import connected
from typer.testing import CliRunner

from linli.cli import hotline
from linli.cli.door import app
from linli.domains.requests.hotline.models import Order
from linli.kernel.refusal import Invalid
from linli.kernel.sheets import write_sheet

__all__ = ["connected"]


@pytest.fixture
def run(neighbourhood, monkeypatch, tmp_path):
    monkeypatch.setattr(hotline, "standing", nullcontext)
    monkeypatch.setattr(hotline, "bring_up_to_date", lambda: False)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["hotline", *words], catch_exceptions=False)


def test_orders_are_taken_and_what_is_to_mend_is_handed_back(run, tmp_path):
    rows = [["LH-1", "2026-03-02 10:00", "路灯不亮"], ["LH-2", "昨天", "停水了"]]
    with (tmp_path / "orders.xlsx").open("wb") as to:
        write_sheet(to, ["工单编号", "受理时间", "诉求内容"], rows)
    done = run("take", "orders.xlsx")
    assert (done.exit_code, Order.objects.count()) == (1, 1)
    assert "第 3 行，受理时间" in done.output
    assert (tmp_path / "orders-errors.xlsx").exists()


def test_what_became_of_them_is_given_into_a_new_file_only(run, tmp_path):
    assert run("give", "back.xlsx").exit_code == 0
    with pytest.raises(Invalid):
        run("give", "back.xlsx")


def test_the_way_must_be_said(run):
    with pytest.raises(Invalid):
        run("keep", "x.xlsx")
