"""Every act over the machines' door is answered with the record's signed promise, which the published log keeps."""

from __future__ import annotations

import time
from base64 import b64decode
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.test_operations import token_for
from tests.api.test_repeating import act, keyed
from tests.neighbourhood import DESK
from tests.portal.conftest import Browser, drawn
from tests.portal.report.test_reporting import write

from linli.kernel.auditing import Audit, Directory, Promise, hold_to
from linli.kernel.record import (
    Publisher,
    all_logs,
    log_of,
    number_pending,
    policy_text,
    verifier_keys,
    waiting,
)
from linli.kernel.record.models import Entry
from linli.kernel.record.promising import forget_keys
from linli.kernel.tlog import open_receipt, parse_policy, parse_receipt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(client, neighbourhood, settings, tmp_path):
    settings.RECORD, settings.RECORD_KEYS = str(tmp_path / "record"), tmp_path / "keys"
    settings.RECORD_WITNESSES = tmp_path / "none"
    forget_keys()
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    yield client
    forget_keys()


def receipts(answer):
    return [b64decode(each) for each in answer.headers["Linli-Receipt"].split(", ")]


def publish():
    while waiting():
        number_pending()
    for head in all_logs():
        while Publisher(head.name).publish():
            pass


def test_what_was_promised_is_kept_by_the_published_log(desk, neighbourhood, settings):
    filed = keyed(desk, neighbourhood)
    accepted = act(desk, filed.json()["matter"]["number"])
    publish()
    policy = parse_policy(policy_text().encode())
    for answer in (filed, accepted):
        (receipt,) = receipts(answer)
        head = next(head for head in all_logs() if head.origin in receipt.decode())
        verdict = hold_to(receipt, Audit(Directory(Path(settings.RECORD, head.name)), policy), now=time.time())
        assert (verdict.promise, verdict.findings) == (Promise.KEPT, [])


def test_it_promises_exactly_what_was_written_and_within_the_time(desk, neighbourhood, settings):
    before = set(Entry.objects.values_list("digest", flat=True))
    settings.RECORD_PROMISE = 600
    (receipt,) = receipts(keyed(desk, neighbourhood))
    head = log_of(Entry.objects.order_by("arrival").last().stream)
    promised = open_receipt(receipt, verifier_keys(head.id))
    assert {each.digest for each in promised.entries} == {
        bytes(digest) for digest in Entry.objects.values_list("digest", flat=True) if digest not in before
    }
    assert 500 < promised.by - time.time() <= 600


def test_a_call_sent_again_is_handed_the_same_receipt(desk, neighbourhood):
    first, again = (keyed(desk, neighbourhood) for _ in range(2))
    assert receipts(first) == receipts(again)


def test_what_is_refused_is_not_promised(desk, neighbourhood):
    number = keyed(desk, neighbourhood).json()["matter"]["number"]
    act(desk, number)
    refused = act(desk, number, key="k-3")
    assert refused.status_code >= 400
    assert "Linli-Receipt" not in refused.headers
    assert "Linli-Receipt" not in desk.get(f"/api/v1/requests/{number}").headers


def test_promising_costs_no_statement_once_the_key_is_known(desk, neighbourhood):
    number = [keyed(desk, neighbourhood, key=f"f-{n}").json()["matter"]["number"] for n in range(2)]
    act(desk, number[0], key="a-0")
    with CaptureQueriesContext(connection) as asked:
        assert receipts(act(desk, number[1], key="a-1"))
    assert [
        query["sql"] for query in asked if "record_logkey" in query["sql"] or "FROM record_log " in query["sql"]
    ] == []


def test_where_the_key_is_away_the_act_stands_without_a_receipt(desk, neighbourhood, settings, caplog):
    keyed(desk, neighbourhood, key="k-0")
    forget_keys()
    for path in settings.RECORD_KEYS.iterdir():
        path.unlink()
    answer = keyed(desk, neighbourhood)
    assert answer.status_code == 201
    assert "Linli-Receipt" not in answer.headers
    assert "no receipt can be signed" in caplog.text


def test_a_resident_keeps_the_promise_from_the_page_and_on_paper(desk, neighbourhood):
    here = drawn(neighbourhood)
    visitor = Browser()
    write(visitor, here, share="on")
    visitor.send("/report/check/")
    assert "linli/receipt/v1" in visitor.read("/report/done/").words
    receipt = visitor.get("/report/done/receipt.txt").content.decode()
    assert parse_receipt(receipt.rpartition("\n\n")[0] + "\n").entries
    assert visitor.read("/report/done/sheet/").html.count("<svg") >= 2
    assert Browser().get("/report/done/receipt.txt").status_code == 302
