"""How this door says no: the specification's errors, in both formats and both languages, whatever is sent."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.api.open311.conftest import V2
from tests.api.open311.published import ERRORS, check, document

from linli.kernel.rules import rulebook

REFUSED = [
    ("requests", {"status": "done"}, 400),
    ("requests", {"service_code": "no.such"}, 404),
    ("requests", {"start_date": "yesterday"}, 400),
    ("requests", {"start_date": "0001-01-01T00:00:00Z"}, 400),
    ("requests", {"end_date": "9999-12-31T23:59:59+14:00"}, 400),
    ("requests", {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-06-01T00:00:00Z"}, 400),
    ("requests", {"page": "0"}, 400),
    ("requests", {"page": "²"}, 400),
    ("requests", {"page_size": "1001"}, 400),
    ("requests", {"page": "50000", "page_size": "1000"}, 400),
    ("requests", {"service_request_id": "a\0b"}, 400),
    ("requests", {"api_key": "linli_x"}, 400),
    ("services/no.such", {}, 404),
    ("services", {"jurisdiction_id": "x"}, 404),
]


@pytest.mark.parametrize(("what", "asked", "status"), REFUSED)
def test_it_is_said_in_both_formats(client, here, what, asked, status):
    answer = client.get(f"{V2}/{what}.json", asked)
    (error,) = check(ERRORS, answer)
    assert (answer.status_code, error["code"]) == (status, status)
    root = document(client.get(f"{V2}/{what}.xml", asked), "errors")
    assert (root.findtext("error/code"), root.findtext("error/description")) == (str(status), error["description"])
    english = client.get(f"{V2}/{what}.json", asked, headers={"Accept-Language": "en"}).json()[0]["description"]
    assert english.isascii() or "“" in english
    assert english != error["description"]


def test_another_format_is_refused_in_xml(client, here):
    answer = client.get(f"{V2}/services.html")
    assert (answer.status_code, document(answer, "errors").findtext("error/code")) == (404, "404")


def test_another_method_is_told_which_ones_there_are(client, here):
    answer = client.delete(f"{V2}/services.json")
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert check(ERRORS, answer)[0]["code"] == 405


def test_a_wrong_key_is_refused(client, here):
    answer = client.get(f"{V2}/requests.json", headers={"Authorization": "Bearer linli_wrong"})
    assert (answer.status_code, check(ERRORS, answer)[0]["code"]) == (403, 403)


def test_a_signed_in_browser_reads_no_more_than_anyone(client, here, private):
    from linli.domains.people.models import Account

    client.force_login(Account.objects.get(pk=here.desk.account))
    assert client.get(f"{V2}/requests.json").json() == []


def test_whoever_reads_too_often_is_told_when_to_come_back(client, here):
    most = min(limit["times"] for limit in rulebook().rule("security.limit.read_openly", on=localdate()).value)
    for _ in range(most):
        assert client.get(f"{V2}/services.json").status_code == 200
    answer = client.get(f"{V2}/services.json")
    assert (answer.status_code, check(ERRORS, answer)[0]["code"]) == (429, 429)
    assert 0 < int(answer["Retry-After"]) <= 60


NAMES = st.sampled_from(
    [
        "service_request_id",
        "service_code",
        "status",
        "start_date",
        "end_date",
        "page",
        "page_size",
        "extensions",
        "jurisdiction_id",
    ]
)
TYPED = st.text(max_size=40) | st.integers().map(str) | st.datetimes().map(str) | st.sampled_from(["open", "home.lift"])
WHAT = st.sampled_from(["discovery", "services", "services/home.lift", "requests", "requests/SQ26-000001", "tokens/x"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(what=WHAT, form=st.sampled_from(["xml", "json"]), asked=st.dictionaries(NAMES, TYPED, max_size=5))
def test_nothing_typed_breaks_it(here, monkeypatch, what, form, asked):
    monkeypatch.setattr("linli.api.open311.keys.spend", lambda uses, *, at: None)
    answer = Client().get(f"{V2}/{what}.{form}", asked)
    assert answer.status_code in (200, 400, 404)
    if form == "json":
        answer.json()
    elif answer.status_code != 200:
        document(answer, "errors")
