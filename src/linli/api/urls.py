"""The addresses of /api/v1."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from ninja import Router

from linli.api import digests, disputes, figures, hotline, lists, notices, requests, team, wechat
from linli.api.attachments import add_attachments
from linli.api.door import Door
from linli.api.problems import answer_problems
from linli.api.rendering import JSON
from linli.api.verbs import add_verbs
from linli.domains.notices.lifecycle import NOTICE, REPLY
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE, PROMISE
from linli.domains.requests.lifecycle import ASSIGNMENT, EXCLUSION, FLAG, HIDING, REPORT_IN, REQUEST, WHISTLE

api = Door(title="Linli", version="1", urls_namespace="api-v1", docs_url=None, renderer=JSON())
assignments = Router(tags=["assignments"])
exclusions = Router(tags=["exclusions"])
flags = Router(tags=["hidings"])
hidings = Router(tags=["hidings"])
whistles = Router(tags=["whistles"])
report_ins = Router(tags=["report_ins"])
disputants = Router(tags=["disputes"])
promises = Router(tags=["disputes"])
replies = Router(tags=["notices"])
add_verbs(requests.router, REQUEST)
add_verbs(assignments, ASSIGNMENT)
add_verbs(exclusions, EXCLUSION)
add_verbs(flags, FLAG)
add_verbs(hidings, HIDING)
add_verbs(whistles, WHISTLE)
add_verbs(report_ins, REPORT_IN)
add_verbs(disputes.router, DISPUTE)
add_verbs(disputants, DISPUTANT)
add_verbs(promises, PROMISE)
add_verbs(notices.router, NOTICE)
add_verbs(replies, REPLY)
add_attachments(requests.router, REQUEST.kind)
add_attachments(assignments, ASSIGNMENT.kind)
api.add_router("/requests", requests.router)
api.add_router("/assignments", assignments)
api.add_router("/exclusions", exclusions)
api.add_router("/flags", flags)
api.add_router("/hidings", hidings)
api.add_router("/whistles", whistles)
api.add_router("/report_ins", report_ins)
api.add_router("/disputes", disputes.router)
api.add_router("/disputants", disputants)
api.add_router("/promises", promises)
api.add_router("/notices", notices.router)
api.add_router("/replies", replies)
api.add_router("", figures.router)
api.add_router("", digests.router)
api.add_router("", lists.router)
api.add_router("", team.router)
answer_problems(api)

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", api.urls),
    path("hotline/orders", hotline.orders, name="hotline_orders"),
    path("wechat", wechat.callback, name="wechat"),
]
