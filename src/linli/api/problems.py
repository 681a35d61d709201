"""How the machines' door says no: one shape for every error, in the caller's language."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from pydantic import BaseModel, Field

from linli.kernel.postgres import AGAIN_IN, absence
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words, say


class Problem(BaseModel):
    """Why it was refused: a stable code, a sentence that says what to do, and the fields to mend."""

    code: str
    sentence: str
    fields: dict[str, str] = Field(default_factory=dict)


FIRST_PROBLEM = 400
UNKNOWN_TOKEN = say(
    "This needs a token that is valid. Ask the system administrator for one and send it as “Authorization: Bearer …”.",
    "需要有效的令牌。请向系统管理员申请，并以 “Authorization: Bearer …” 发送。",
)
UNREADABLE = say(
    "The request cannot be read. Compare it with the description at /api/v1/openapi.json.",
    "请求无法识别，请对照 /api/v1/openapi.json 检查。",
)
READING = dict.fromkeys((400, 401, 403, 404, 422, 429, 503))
"""What any reading operation may answer besides success: each a `Problem`, which `described` tells the readers.

Named as its shape here, ninja would build a model of it for each operation and status: 1,180 in every web worker.
"""
WRITING = dict.fromkeys((400, 401, 403, 404, 409, 422, 429, 503, 507))
"""What any acting operation may answer besides success."""


def described(schema: OpenAPISchema) -> OpenAPISchema:
    """An OpenAPI description, with the shape of every answer that says no."""
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    shape = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    operations = (operation for path in schema["paths"].values() for operation in path.values())
    for answers in (operation["responses"] for operation in operations):
        for status in answers:
            if int(status) >= FIRST_PROBLEM:
                answers[status]["content"] = shape
    return schema


def answer_problems(api: NinjaAPI) -> None:
    """Registers the answers to everything that can go wrong."""

    def refused(request: HttpRequest, refusal: Any) -> HttpResponse:
        fields = refusal.fields if isinstance(refusal, Invalid) else {}
        return api.create_response(request, _told(refusal.code, refusal.sentence, fields), status=refusal.status)

    def misread(request: HttpRequest, error: Any) -> HttpResponse:
        fields = {str(one["loc"][-1]): UNREADABLE for one in error.errors}
        return api.create_response(request, _told("invalid", UNREADABLE, fields), status=422)

    def unknown(request: HttpRequest, error: Any) -> HttpResponse:
        return api.create_response(request, _told("no_token", UNKNOWN_TOKEN, {}), status=401)

    def malformed(request: HttpRequest, error: Any) -> HttpResponse:
        return api.create_response(request, _told("unreadable", UNREADABLE, {}), status=error.status_code)

    def away(request: HttpRequest, error: Any) -> HttpResponse:
        told = absence(error)
        if told is None:
            raise error
        answer = refused(request, told)
        answer["Retry-After"] = str(AGAIN_IN)
        return answer

    api.add_exception_handler(Refusal, refused)
    api.add_exception_handler(DatabaseError, away)
    api.add_exception_handler(InterfaceError, away)
    api.add_exception_handler(ValidationError, misread)
    api.add_exception_handler(AuthenticationError, unknown)
    api.add_exception_handler(HttpError, malformed)


def _told(code: str, sentence: Words, fields: dict[str, Words]) -> dict[str, Any]:
    return {
        "code": code,
        "sentence": str(sentence),
        "fields": {name: str(words) for name, words in fields.items()},
    }
