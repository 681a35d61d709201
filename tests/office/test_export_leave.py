"""Taking many requests away: led from the figures to the ask, decided at the audit, taken from one's own page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from linli.domains.requests.figures import exporting
from linli.domains.requests.figures.models import Export, ExportAsk

PERIOD = "?since=2026-03-02&until=2026-04-01"


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch):
    most = {"requests.export_alone": 1, "requests.export_rows": 5}
    book = SimpleNamespace(rule=lambda key, *, on: SimpleNamespace(value=most[key]))
    monkeypatch.setattr(exporting, "rulebook", lambda: book)


@pytest.fixture
def asked(administration, life, sign_in):
    """Two requests, asked for by the desk."""
    life("received"), life("received")
    led = sign_in("desk").post(f"/office/figures/requests.xlsx{PERIOD}")
    assert led.status_code == 302
    page = sign_in("desk").get(led["location"]).content.decode()
    assert "2026-03-02 – 2026-04-01" in page
    sent = sign_in("desk").post(led["location"], {"reason": "月度例会用"})
    assert sent.status_code == 302
    return ExportAsk.objects.get()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_from_the_ask_to_the_file(asked, sign_in, language):
    more = {"accept-language": language}
    auditor = sign_in("audit", **more)
    shown = auditor.get("/office/audit/exports/").content.decode()
    assert "月度例会用" in shown
    assert ("待审批的导出申请" if language == "zh-CN" else "Asked for, to decide") in shown
    decided = auditor.post(f"/office/audit/exports/{asked.pk}/", {"decision": "grant"}, follow=True).content.decode()
    assert "月度例会用" not in decided
    page = sign_in("desk", **more).get("/office/figures/leave/").content.decode()
    assert ("现在导出" if language == "zh-CN" else "Take it now") in page
    taken = sign_in("desk").post(f"/office/figures/leave/{asked.pk}/")
    assert taken.content.startswith(b"PK")
    again = sign_in("desk").post(f"/office/figures/leave/{asked.pk}/")
    assert again.status_code == 409
    assert "重新申请" in again.content.decode()
    assert Export.objects.count() == 1


def test_refusing_needs_a_word_and_it_is_read(asked, sign_in):
    auditor, address = sign_in("audit"), f"/office/audit/exports/{asked.pk}/"
    assert "请写明理由" in auditor.post(address, {"decision": "refuse"}, follow=True).content.decode()
    auditor.post(address, {"decision": "refuse", "why": "看统计数字就够"})
    assert "看统计数字就够" in sign_in("desk").get("/office/figures/leave/").content.decode()
    assert sign_in("desk").post(f"/office/figures/leave/{asked.pk}/").status_code == 409


@pytest.mark.parametrize("decision", ["", "granted", "1"], ids=["nothing", "another word", "a number"])
def test_what_is_no_decision_decides_nothing(asked, sign_in, refused, decision):
    answer = sign_in("audit").post(f"/office/audit/exports/{asked.pk}/", {"decision": decision, "why": "没选"})
    refused(answer, 422, "请选择批准或不批准")
    asked.refresh_from_db()
    assert asked.outcome == ""


def test_only_who_audits_decides_and_only_who_asked_takes(asked, sign_in, refused):
    for name in ("desk", "handler", "stranger", "far_audit"):
        refused(sign_in(name).post(f"/office/audit/exports/{asked.pk}/", {"decision": "grant"}), 403)
    sign_in("audit").post(f"/office/audit/exports/{asked.pk}/", {"decision": "grant"})
    refused(sign_in("stranger").post(f"/office/figures/leave/{asked.pk}/"), 404)
    assert not Export.objects.exists()


def test_what_is_left_out_of_the_form_is_said_and_what_was_typed_is_kept(administration, life, sign_in, refused):
    life("received"), life("received")
    refused(sign_in("desk").post(f"/office/figures/leave/{PERIOD}", {"reason": ""}), 422, "请写明用途")
    page = refused(sign_in("desk").post(f"/office/figures/leave/{PERIOD}", {"reason": "长" * 201}), 422)
    assert "长" * 201 in page


def test_nobody_who_reads_no_requests_comes_here(here, administration, sign_in, refused):
    refused(sign_in("audit").get("/office/figures/leave/"), 403)


def test_the_pages_ask_as_many_statements_for_ten_as_for_one(asked, sign_in, queries):
    auditor, desk = sign_in("audit"), sign_in("desk")
    few = queries(auditor, "/office/audit/exports/"), queries(desk, "/office/figures/leave/")
    for day in range(10, 20):
        ExportAsk.objects.create(
            asked=asked.asked | {"since": f"2026-01-{day}T00:00:00+08:00"},
            rows=2,
            reason="月度例会",
            by_account_id=asked.by_account_id,
            at=asked.at,
            until=asked.until,
        )
    assert (queries(auditor, "/office/audit/exports/"), queries(desk, "/office/figures/leave/")) == few
