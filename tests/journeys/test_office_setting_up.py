"""Setting the house up and watching it: every page as its administrator sees it, on a phone and a desk."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.neighbourhood import MONDAY
from tests.staffed import PHONE, administrator

from linli.domains.people.actions import appoint, change_role, end_post
from linli.domains.people.actions.desk import open_name
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.signin.log import note
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.tokens.actions import issue_token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("office")]

SHAPES = [(390, "en-US"), (1280, "zh-CN")]
ON_EVERY_SHAPE = pytest.mark.parametrize("shape", SHAPES, ids=str)


def square(west: float, south: float, side: float, corners: int = 1) -> dict:
    """A square outline as GeoJSON, its southern side cut into as many pieces."""
    east, north = west + side, south + side
    ring = [
        *([west + side * part / corners, south] for part in range(corners)),
        [east, south],
        [east, north],
        [west, north],
        [west, south],
    ]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def house(administration, life):
    """A house with something to see on every page."""
    here, now = administration, timezone.now()
    shapes = {"subdistrict": (116.3, 39.9, 0.1), "willow": (116.31, 39.91, 0.03, 400), "poplar": (116.35, 39.91, 0.03)}
    for name, shape in (shapes | {"building": (116.312, 39.912, 0.004)}).items():
        places.redraw(place=here.places[name].pk, geometry=square(*shape), by=SYSTEM, at=MONDAY)
    new = [NewPlace(PlaceKind.BUILDING, f"{number}号楼", here.places["willow"].pk) for number in range(4, 9)]
    places.add_many(news=new, by=SYSTEM, at=MONDAY)
    places.retire(place=new[-1].id, by=SYSTEM, at=now)
    post = {"account": here.handler.account, "organisation": here.units["property"], "place": here.places["willow"].pk}
    end_post(post=appoint(**post, role="volunteer", by=here.security, at=now), by=here.security, at=timezone.now())
    reason = "楼组长试行代办，先在柳荫社区试三个月。"
    given = {"role": "volunteer", "rights": ["people.act_for"], "version": 1, "reason": reason}
    change_role(**given, by=here.security, at=now)
    here.machine = Account.objects.create(kind="service", username="hotline", display_name="热线工单", opened_at=MONDAY)
    token = {
        "account": here.machine.pk,
        "purposes": [TokenPurpose.FILE, TokenPurpose.READ],
        "by": here.system,
        "at": now,
    }
    issue_token(**token, name="12345 工单推送", lasts=timedelta(days=90))
    here.worker = administrator("worker", "community_worker", here.places["willow"], here.units["committee"])
    open_name(here.resident.person, by=here.worker, at=now)
    note(Happening.SIGNED_IN, door=Door.STAFF, account=here.desk.account, at=now)
    life("dispatched")
    return here


@pytest.fixture
def sit(house, browse):
    """A browser before which an administrator sits: `sit("security", shape)`."""

    def seated(name: str, shape: tuple[int, str]):
        return browse(Account.objects.get(pk=getattr(house, name).account), width=shape[0], language=shape[1])

    return seated


@ON_EVERY_SHAPE
def test_people_and_units_are_fit_to_be_seen(house, sit, look, shape):
    page = sit("security", shape)
    desk, handler = f"/office/people/{house.desk.account}/", f"/office/people/{house.handler.account}/"
    units = "/office/units/"
    for address in (
        "/office/people/",
        "/office/people/?q=nobody",
        desk,
        handler,
        f"{desk}appoint/",
        units,
        f"{units}?closed=1",
        f"{units}{house.units['property']}/",
    ):
        page.goto(address)
        look(page)
    page.goto(f"{desk}appoint/")
    page.locator(".buttons .main").click()
    page.locator(".errors").wait_for()
    look(page)
    page.goto(desk)
    page.locator("[data-opens^='end-']").click()
    expect(page.locator("dialog[open], .dialog:target")).to_be_visible()
    look(page)


@ON_EVERY_SHAPE
def test_what_the_system_administrator_sets_up_is_fit_to_be_seen(house, sit, look, shape):
    page = sit("system", shape)
    willow = f"/office/places/{house.places['willow'].pk}/"
    property_company = f"/office/units/{house.units['property']}/"
    for address in (
        "/office/people/new/",
        "/office/units/new/",
        f"{property_company}name/",
        property_company,
        "/office/tokens/",
        "/office/tokens/new/",
        "/office/places/?q=号楼",
        willow,
        f"{willow}add/",
        f"{willow}name/",
        f"{willow}outline/",
        f"/office/people/{house.machine.pk}/",
    ):
        page.goto(address)
        look(page)
    for address in ("/office/people/new/", "/office/units/new/", "/office/tokens/new/", f"{willow}add/"):
        page.goto(address)
        page.locator(".form .buttons .main").click()
        page.locator(".errors").wait_for()
        look(page)
    page.goto(willow)
    page.locator("[data-opens='retire']").click()
    look(page)


@ON_EVERY_SHAPE
def test_an_outline_is_looked_at_before_it_is_saved(house, sit, look, shape):
    page = sit("system", shape)
    page.goto(f"/office/places/{house.places['willow'].pk}/outline/")
    page.locator("summary").filter(has_text="GeoJSON").click()
    look(page)
    page.locator("textarea[name=geometry]").fill(json.dumps(square(116.33, 39.91, 0.04)))
    page.locator(".form .buttons button").click()
    expect(page.locator(".new-outline")).to_be_visible()
    look(page)


@ON_EVERY_SHAPE
def test_a_first_password_and_a_token_are_handed_over(house, sit, look, shape):
    page = sit("system", shape)
    page.goto("/office/people/new/")
    page.locator("input[name=display_name]").fill("林小满")
    page.locator("input[name=username]").fill(f"lin{shape[0]}")
    page.locator(".form .buttons .main").click()
    expect(page.locator(".secret").last).to_have_text(re.compile(r"^\w{4}-\w{4}-\w{4}$"))
    look(page)
    page.goto("/office/tokens/new/")
    page.locator("select[name=account]").select_option(str(house.machine.pk))
    page.locator("input[name=name]").fill("统计上报")
    page.locator("input[name=purposes]").first.check()
    page.locator(".form .buttons .main").click()
    expect(page.locator(".secret")).to_have_text(re.compile(r"^linli_"))
    look(page)


@ON_EVERY_SHAPE
def test_a_role_is_previewed_changed_and_remembered(house, sit, look, shape):
    page = sit("security", shape)
    for address in ("/office/roles/", "/office/roles/new/", "/office/roles/community_worker/"):
        page.goto(address)
        look(page)
    page.locator("input[value='requests.dispatch']").check()
    page.locator("section .form .buttons button").last.click()
    expect(page.locator("#preview-title")).to_be_visible()
    look(page)
    page.locator("button[name=go]").click()
    expect(page.locator(".messages").get_by_text(re.compile("生效|登记|Recorded|changed"))).to_be_visible()
    look(page)


@ON_EVERY_SHAPE
def test_rules_are_read_and_a_change_is_tried(house, sit, look, shape):
    page = sit("system", shape)
    for address in ("/office/rules/", "/office/rules/requests.sign_for/", "/office/rules/?q=nonsense"):
        page.goto(address)
        look(page)
    page.goto("/office/rules/try/?pack=beijing")
    look(page)
    pack = page.locator("textarea[name=pack]")
    pack.fill(pack.input_value().replace('amount = 7, unit = "workdays"', 'amount = 1, unit = "days"'))
    page.locator(".form .buttons .main").click()
    expect(page.locator("#found-title")).to_be_visible()
    look(page)
    page.locator("textarea[name=pack]").fill("nonsense")
    page.locator(".form .buttons .main").click()
    page.locator(".errors").wait_for()
    look(page)


@ON_EVERY_SHAPE
def test_the_audit_is_fit_to_be_seen(house, sit, look, shape):
    page = sit("audit", shape)
    audit = "/office/audit/"
    for address in (
        audit,
        f"{audit}openings/",
        f"{audit}powers/",
        f"{audit}sign-ins/",
        f"{audit}openings/?until=2020-01-01",
    ):
        page.goto(address)
        look(page)


@ON_EVERY_SHAPE
def test_a_resident_asks_somebody_to_act(house, sit, look, shape):
    page = sit("worker", shape)
    page.goto("/office/authorisations/")
    look(page)
    page.locator("input[name=phone]").fill("13800009999")
    page.locator(".form .buttons .main").click()
    expect(page.locator("input[name=name]")).to_be_visible()
    look(page)
    page.goto("/office/authorisations/")
    page.locator("input[name=phone]").fill(PHONE)
    page.locator(".form .buttons .main").click()
    expect(page.locator("input[name=basis]").first).to_be_attached()
    look(page)
    page.locator(".form .buttons .main").last.click()
    page.locator(".errors").wait_for()
    look(page)
    page.locator("label").filter(has=page.locator("input[value=phone]")).click()
    page.locator(".form .buttons .main").last.click()
    expect(page.locator(".messages").get_by_text(re.compile("生效|登记|Recorded|changed"))).to_be_visible()
    look(page)
    page.goto("/office/authorisations/")
    look(page)
