"""What can be asked for: the categories as services, the fields of a report as their attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from linli.api.open311.formats import Answer, Row
from linli.api.open311.jurisdictions import jurisdiction
from linli.api.open311.keys import reader
from linli.domains.requests.categories import CATEGORIES, known_categories
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.lifecycle.forms import YES_NO, Choice
from linli.kernel.refusal import NotFound
from linli.kernel.words import Vocabulary, say

ATTRIBUTES = ("kind", "urgency", "share", "confidential")
"""Fields of a report that a service asks for beside those the specification has names of its own for."""
NO_SUCH_SERVICE = say(
    "There is no service with this service_code. Choose one from /open311/v2/services.xml.",
    "没有这个 service_code，请从 /open311/v2/services.xml 里选。",
)


def list_services(request: HttpRequest) -> Answer:
    """Every service; each has the same attributes."""
    reader(request, at=timezone.now())
    jurisdiction(request)
    return Answer("services", list(_services()))


def define_service(request: HttpRequest, *, code: str) -> Answer:
    """What a report may say beyond words and place."""
    reader(request, at=timezone.now())
    jurisdiction(request)
    return Answer("service_definition", {"service_code": known_service(code), "attributes": list(_attributes())})


def known_service(code: str) -> str:
    """The code, if it is one of ours."""
    if code not in known_categories():
        raise NotFound(NO_SUCH_SERVICE)
    return code


def _services() -> Iterator[Row]:
    for group, (group_words, leaves) in CATEGORIES.items():
        for leaf, words in leaves.items():
            yield {
                "service_code": f"{group}.{leaf}",
                "service_name": str(words),
                "description": f"{group_words} · {words}",
                "metadata": True,
                "type": "realtime",
                "keywords": ", ".join(dict.fromkeys((words.zh, words.en))),
                "group": str(group_words),
            }


def _attributes() -> Iterator[Row]:
    details = Report.details()
    for order, name in enumerate(ATTRIBUTES, start=1):
        yield {
            "variable": True,
            "code": name,
            "datatype": "singlevaluelist",
            "required": False,
            "datatype_description": str(details[name].hint or ""),
            "order": order,
            "description": str(details[name].words),
            "values": [{"key": str(key), "name": str(words)} for key, words in _choices(name)],
        }


def _choices(name: str) -> Sequence[Choice]:
    kind: Any = Report.model_fields[name].annotation
    return [(each.value, each.words) for each in kind] if issubclass(kind, Vocabulary) else YES_NO
