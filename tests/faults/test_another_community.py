"""Staff of another community reach nothing here by any identifier they guess, steal or remember, at any address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from psycopg.sql import SQL, Identifier
from tests.domains.insight.weeks_lived import frozen
from tests.domains.matters.attachments.made import picture
from tests.domains.matters.conftest import take
from tests.domains.notices.lives import ReplyLife
from tests.domains.requests.disputes.lives import Talks
from tests.domains.requests.lives import Life
from tests.faults.addresses import addresses, blanks, filled
from tests.neighbourhood import MONDAY
from tests.staffed import PHONE, administration, administrator, here

from linli.api.urls import api
from linli.domains.matters.attachments import attach
from linli.domains.matters.kinds import kind_of, kinds
from linli.domains.matters.models import Attachment, SavedFilter, Text
from linli.domains.people.absences.models import Absence
from linli.domains.people.actions import authorise
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account, Post, Role
from linli.domains.people.rights import known
from linli.domains.people.signin.models import Passkey, Session
from linli.domains.people.tokens.actions import issue_token
from linli.domains.people.tokens.models import Token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.people.vocabulary import ActingBasis
from linli.domains.requests.figures.models import ExportAsk
from linli.domains.requests.hotline.models import Order, Push
from linli.domains.requests.importing.models import Import, Upload
from linli.domains.requests.wording.models import Wording
from linli.kernel.ids import new_id

__all__ = ["administration", "here", "take"]
OFFICE = [route for route in addresses("/office/") if blanks(route)]
FOR_ALL = {"/office/rules/<str:key>/", "/office/roles/<slug:code>/", "/office/places/<uuid:place>/"}
"""One rule book, one vocabulary of roles and one map serve every community."""
OWN = "/office/sign-in/mine/"
"""Leads back to one's own page, with a sentence."""
GIVEN = {"text": "看看", "note": "看看", "reason": "别处", "purpose": "resolve", "version": "1", "contacted": "true"}
GIVEN |= {"solved": "true", "satisfied": "true", "true_on_site": "true", "name": "改名", "names": "9号楼", "go": "1"}
LEFT_OUT = {"signin_session", "signin_limit", "signin_logline"}
"""What a visit itself may write: that somebody was here."""
PATHS = [path for path in api.get_openapi_schema()["paths"] if "{" in path]


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def own(administration, take):
    """Of a request of the willow community and of its staff, everything an address can name."""
    here, now = administration, timezone.now()
    walked, desk = Life(here).in_progress(), here.desk.account
    attach(walked.matter.pk, [take(picture())], by=here.resident, at=walked.at)
    machine = Account.objects.create(kind="service", username="machine", opened_at=MONDAY)
    appoint(machine.pk, here)
    issue_token(account=machine.pk, name="x", purposes=[TokenPurpose.READ], lasts=timedelta(1), by=SYSTEM, at=now)
    worker = administrator("worker", "community_worker", here.places["willow"], here.units["committee"])
    browser = Client()
    browser.force_login(Account.objects.get(pk=worker.account))
    looked_up = browser.post("/office/authorisations/find/", {"phone": PHONE})["location"]
    Session.objects.update(account=worker.account, door="staff", started_at=now)
    common = imported(here, at=now) | {
        "matter": walked.matter.pk,
        "digest": frozen(here).pk,
        "text": Text.objects.filter(matter=walked.matter).earliest("at").pk,
        "file": Attachment.objects.get().pk,
        "push": told(walked).pk,
        "app": "wecom",
        "ask": asked_for(desk).pk,
        "saved": SavedFilter.objects.create(account_id=desk, page="requests", name="我的", asked="open=1", at=now).pk,
        "other": walked.matter.number,
        "absence": absent(worker, here, at=now).pk,
        "wording": Wording.objects.create(unit_id=here.units["property"], title="x", body="x", added_at=now).pk,
        "found": looked_up.rstrip("/").rpartition("/")[2],
        "authorisation": authorised(here, at=now),
        "place": here.building,
        "rule": new_id(),
        "unit": here.units["committee"],
        "whose": desk,
        "post": here.desk.posts[0].id,
        "token": Token.objects.get(account=machine).pk,
        "session": Session.objects.get(account=worker.account).pk,
        "passkey": Passkey.objects.create(account=desk, credential=b"x", data=b"x", device="phone", added_at=now).pk,
    }
    matters = [walked.matter, walked.lead, *family(here)]
    assert {matter.kind for matter in matters} == {kind.life.kind for kind in kinds()}
    return [common | {"number": matter.number, "kind": matter.kind} for matter in matters]


def family(here):
    """One of each kind beside requests and assignments."""
    called, excluded, talks = Life(here).blown(), Life(here).exclusion_asked(), Talks(here).in_effect()
    said = ReplyLife(here)
    return [
        *(Life(here, share=True).appealed().hiding, Life(here, share=True).to_look_at().flagged),
        *(called.whistle, called.called_unit, excluded.exclusion),
        *(talks.dispute, talks.first, talks.second, talks.promise),
        *(said.matter, said.notice.another().in_review().matter),
    ]


def imported(here, *, at):
    """A sheet that was sent in, and one that was brought in."""
    about = {"file": "a.csv", "place": here.places["willow"], "by_account_id": here.desk.account}
    sent = Upload.objects.create(sealed=new_id(), sent_at=at, **about)
    brought = Import.objects.create(digest=b"d" * 32, source=b"s" * 32, total=1, started_at=at, **about)
    return {"sent": sent.pk, "brought": brought.pk}


def absent(worker, here, *, at):
    """A worker away until tomorrow; the desk stands in."""
    given = {"account_id": worker.account, "unit_id": here.units["committee"], "stand_in_id": here.desk.account}
    return Absence.objects.create(since=at, until=at + timedelta(days=1), entered_at=at, **given)


def authorised(here, *, at):
    """The desk acts for the resident, who asked on the telephone."""
    given = {"principal": here.resident.person, "agent_account": here.desk.account}
    return authorise(basis=ActingBasis.PHONE, scope=["request"], by=SYSTEM, at=at, **given)


def asked_for(desk):
    """Leave to take many requests away, granted and not used."""
    period = {"since": MONDAY.isoformat(), "until": (MONDAY + timedelta(days=2)).isoformat()}
    held = {"at": timezone.now(), "until": timezone.now() + timedelta(days=1)}
    return ExportAsk.objects.create(asked=period, rows=9, reason="x", by_account_id=desk, **held)


def told(walked):
    """Something stuck that the city should be told of the request."""
    times = dict.fromkeys(("opened_at", "heard_at"), MONDAY)
    order = Order.objects.create(matter=walked.matter, number="LH-1", sequence=1, parts={}, standing="open", **times)
    stuck = {"progress": "stuck", "noted_at": MONDAY, "due_at": MONDAY}
    return Push.objects.create(event=new_id(), place=1, order=order, kind="signed", state="filed", **stuck)


def appoint(account, here):
    unit, place = here.units["committee"], here.places["willow"]
    Post.objects.create(account_id=account, organisation_id=unit, role_id="volunteer", place=place, since=MONDAY)


@pytest.fixture
def strangers(administration):
    """The other community's administrators, and somebody who holds every other right there is over it."""
    here = administration
    rights = sorted(code for code, right in known().items() if right.administers is None)
    Role.objects.create(code="everything", name="样样能办", name_en="Everything", rights=rights)
    able = administrator("able", "everything", here.places["poplar"], here.units["other_committee"])
    return [each.account for each in (able, here.far_system, here.far_security, here.far_audit)]


def everything() -> dict[str, str]:
    """A digest of every table, but for where somebody's visit is noted."""
    told = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - LEFT_OUT):
            cursor.execute(
                SQL("SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {} t").format(
                    Identifier(table)
                )
            )
            told[table] = cursor.fetchone()[0]
    return told


def verbs(kind):
    return [transition.verb() for transition in kind_of(kind).life.transitions]


def each_address(own):
    """Every address of the office that names something, filled with what is not theirs."""
    for route in set(OFFICE) - FOR_ALL:
        for given in own if "number" in blanks(route) else own[:1]:
            for verb in verbs(given["kind"]) if "verb" in blanks(route) else [""]:
                yield filled(route, given | {"verb": verb})


def test_no_page_opens_and_no_form_changes_anything(own, strangers):
    browsers, opened = {account: Client(headers={"accept-language": "zh-CN"}) for account in strangers}, []
    for account, browser in browsers.items():
        browser.force_login(Account.objects.get(pk=account))
    before = everything()
    for account, browser in browsers.items():
        for address in each_address(own):
            for answer in (browser.get(address, follow=True), browser.post(address, GIVEN)):
                back = address.startswith(OWN) and answer.status_code == 302
                if answer.status_code not in (403, 404, 405) and not back:
                    opened.append((str(account), address, answer.status_code))
    assert opened == []
    assert everything() == before


def test_no_operation_of_the_machines_door_answers(own, strangers):
    before = everything()
    for account in strangers:
        token = issue_token(
            account=account,
            name="far",
            purposes=list(TokenPurpose),
            lasts=timedelta(days=1),
            by=SYSTEM,
            at=timezone.now(),
        )
        machine = Client(headers={"authorization": f"Bearer {token}"})
        for path in PATHS:
            for given in own:
                address = path.format(**given)
                for answer in (machine.get(address), machine.post(address, GIVEN, content_type="application/json")):
                    assert answer.status_code in (403, 404, 405, 422), address
                    assert b"number" not in answer.content
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"tokens_token"}
