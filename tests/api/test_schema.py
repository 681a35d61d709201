"""Whatever is sent to any operation of the OpenAPI description, the answer is one it declares, and never a 500."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from requests import Request
from tests.api.test_operations import file_one, token_for
from tests.neighbourhood import DESK, HANDLER

from linli.api.urls import api

schema = schemathesis.openapi.from_dict(api.get_openapi_schema())


@pytest.fixture
def token(client, neighbourhood):
    held = token_for(neighbourhood, "desk", DESK | HANDLER | {"requests.verify", "requests.supervise", "rules.read"})
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {held}"
    file_one(client, neighbourhood)
    return held


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_no_operation_ever_fails(case, token, client):
    answer = send(client, case)
    assert answer.status_code < 500, answer.content
    declared = {int(code) for code in case.operation.definition.raw["responses"] if str(code).isdigit()}
    assert answer.status_code in declared | {405}, (answer.status_code, answer.content)


def send(client, case):
    """Through the whole Django stack, in the test's own transaction."""
    ready = Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    url = urlsplit(ready.url)
    headers = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in ready.headers.items()}
    client.raise_request_exception = False
    return client.generic(
        case.method,
        f"{url.path}?{url.query}",
        ready.body or b"",
        content_type=ready.headers.get("Content-Type", "application/json"),
        **{name: value for name, value in headers.items() if name not in ("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH")},
    )


def test_every_operation_declares_its_errors():
    for path, operations in api.get_openapi_schema()["paths"].items():
        for method, operation in operations.items():
            assert {"401", "403", "404", "422"} <= set(map(str, operation["responses"])), (method, path)
