"""A neighbourhood with a map, and browsers at the residents' door: a visitor, a resident, a neighbour."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import translation
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY, Neighbourhood

from linli.domains.matters.models import Matter
from linli.domains.people.models import Account
from linli.domains.requests.actions import report
from linli.domains.requests.lifecycle.request import Report

WORDS = "三号楼的电梯坏了两天，我姓王，电话13800000002"


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path


@pytest.fixture(autouse=True)
def chinese():
    """Each test starts in the language of the deployment, whatever the one before it asked for."""
    with translation.override("zh-hans"):
        yield


class Browser(Client):
    """A browser that follows no redirect by itself and can be asked what its page says."""

    def __init__(self, account: object = None) -> None:
        super().__init__(headers={"user-agent": "Mozilla/5.0 (Linux; Android 12) Mobile", "accept-language": "zh-CN"})
        if account is not None:
            self.force_login(Account.objects.get(pk=account))

    def read(self, address: str, *, status: int = 200, **more: object) -> Page:
        answer = self.get(address, **more)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return Page.of(answer)

    def send(self, address: str, given: dict | None = None, *, status: int = 302, **more: object) -> Page:
        answer = self.post(address, given or {}, **more)
        assert answer.status_code == status, (answer.status_code, answer.content.decode()[:2000])
        return Page.of(answer)


@dataclass
class Page(HTMLParser):
    """An answer: where it leads, what it says, what it links to."""

    location: str = ""
    html: str = ""
    words: str = ""
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    @classmethod
    def of(cls, answer: object) -> Page:
        page = cls(location=answer.headers.get("location", ""), html=answer.content.decode())
        page.feed(page.html)
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def here(neighbourhood) -> Neighbourhood:
    """The neighbourhood, drawn: communities side by side, a building in the first."""
    return drawn(neighbourhood)


def drawn(neighbourhood: Neighbourhood) -> Neighbourhood:
    """Communities side by side, a building in the first."""
    for name, west in (("willow", 116.30), ("poplar", 116.31)):
        _draw(neighbourhood.places[name], west, 39.90, 0.01)
    _draw(neighbourhood.places["building"], 116.302, 39.902, 0.002)
    return neighbourhood


def _draw(place, west, south, size):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    place.geometry = {"type": "Polygon", "coordinates": [ring]}
    place.lon, place.lat = west + size / 2, south + size / 2
    place.save()


@pytest.fixture
def visitor(db) -> Browser:
    return Browser()


@pytest.fixture
def resident(here) -> Browser:
    return Browser(here.resident.account)


@pytest.fixture
def neighbour(here) -> Browser:
    return Browser(here.neighbour.account)


@pytest.fixture
def life(here) -> Life:
    """The resident's own request, shared with neighbours."""
    return Life(here, text=WORDS, share=True)


@pytest.fixture
def filed_by_visitor(here) -> tuple[Matter, str]:
    """A request without an account, and its tracking code."""
    from linli.domains.people.actor import ANYONE

    details = Report(text=WORDS, place=here.building, category="home.lift")
    reported = report(details, by=ANYONE, at=MONDAY)
    return reported.matter, reported.tracking_code
