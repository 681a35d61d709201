"""The addresses of /open311/v2."""

from __future__ import annotations

from django.urls import URLPattern, path

from linli.api.open311.discovery import discover
from linli.api.open311.door import operations
from linli.api.open311.filing import file_request
from linli.api.open311.requests import list_requests, read_request, read_token
from linli.api.open311.services import define_service, list_services

urlpatterns: list[URLPattern] = [
    path("discovery.<slug:form>", operations(GET=discover)),
    path("services.<slug:form>", operations(GET=list_services)),
    path("services/<str:code>.<slug:form>", operations(GET=define_service)),
    path("requests.<slug:form>", operations(GET=list_requests, POST=file_request)),
    path("requests/<str:number>.<slug:form>", operations(GET=read_request)),
    path("tokens/<str:token>.<slug:form>", operations(GET=read_token)),
]
