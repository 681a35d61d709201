"""The door itself: ninja's, whose answers carry their receipts and whose description tells how every refusal looks."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from linli.api.problems import described
from linli.api.receipts import promises

HEADER = "Linli-Receipt"


class Door(NinjaAPI):
    """Answers with their receipts: each a signed note in base64, several behind commas."""

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The answer, with the header where something was written."""
        response = super().create_response(request, *args, **kwargs)
        if signed := promises(request):
            response[HEADER] = ", ".join(b64encode(each.encode()).decode() for each in signed)
        return response

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The description that `/api/v1/openapi.json` serves."""
        return described(super().get_openapi_schema(**kwargs))
