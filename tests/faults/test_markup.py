"""Markup typed into any field comes out as the text it is, on every page of both doors."""

from __future__ import annotations

import pytest
from django.db.models import TextField, Value
from django.db.models.functions import Concat
from django.test import Client
from tests.domains.matters.conftest import take
from tests.domains.requests.lives import Life
from tests.faults.addresses import addresses, blanks, filled
from tests.faults.test_another_community import own
from tests.faults.test_stale_pages import able
from tests.staffed import administration, here

from linli.domains.matters.models import Matter, SavedFilter
from linli.domains.people.models import Account, Organisation, Role
from linli.domains.people.tokens.models import Token
from linli.domains.places.models import Place
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.kernel.jobs import run_due

__all__ = ["able", "administration", "here", "own", "take"]
TYPED = "<b onclick=x>\"'&"
RAW, SHOWN = "<b onclick", "&lt;b onclick"
OFFICE = addresses("/office/")
PORTAL = [route for route in addresses("/") if not route.startswith(("/office/", "/api/", "/design/", "/demo/"))]


@pytest.fixture
def typed(able, here, own):
    """Markup in every field that a form of ours fills, and what names one of each kind."""
    walked = Life(here, text=TYPED * 2, share=True).in_progress()
    walked.does(life.Comment(text=TYPED), here.resident)
    walked.does(lead.AskResident(text=TYPED), here.handler, on=walked.lead)
    walked.does(life.GiveInformation(text=TYPED), here.resident)
    walked.does(life.Supervise(note=TYPED), here.supervisor)
    walked.does(lead.Answer(text=TYPED), here.handler, on=walked.lead)
    run_due()
    Place.objects.update(name=Concat(Value(TYPED), "path", output_field=TextField()))
    for table in (Organisation, Role, SavedFilter, Token):
        table.objects.update(name=TYPED)
    for table in (Organisation, Role):
        table.objects.update(name_en=TYPED)
    Account.objects.exclude(kind="resident").update(display_name=TYPED)
    Matter.objects.filter(pk=walked.matter.pk).update(opener=here.neighbour.person)
    return own[0] | {"number": walked.matter.number}


def pages(routes, account, typed):
    """What stands at every address that opens to this account."""
    browser = Client(headers={"accept-language": "zh-CN"})
    browser.force_login(Account.objects.get(pk=account))
    known = typed | {"verb": "comment", "code": "everything", "key": "requests.sign_for"}
    for route in routes:
        if set(blanks(route)) <= known.keys():
            for query in ("", f"?q={TYPED}"):
                answer = browser.get(filled(route, known) + query)
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    yield route, answer.content.decode()


@pytest.mark.parametrize(
    ("who", "among"),
    [
        ("able", {"/office/requests/", "/office/matters/<str:number>/", "/office/places/<uuid:place>/"}),
        ("system", {"/office/people/", "/office/units/<uuid:unit>/", "/office/tokens/"}),
        ("security", {"/office/people/<uuid:whose>/", "/office/roles/<slug:code>/"}),
        ("audit", {"/office/people/", "/office/audit/powers/"}),
        ("neighbour", {"/track/<str:number>/", "/neighbours/", "/mine/"}),
    ],
)
def test_it_is_shown_as_text(typed, able, here, who, among):
    account = able if who == "able" else getattr(here, who).account
    shown = set()
    for route, page in pages(PORTAL if who == "neighbour" else OFFICE, account, typed):
        assert RAW not in page, route
        shown |= {route} if SHOWN in page else set()
    assert among <= shown
