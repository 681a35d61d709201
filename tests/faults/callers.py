"""Those who use the town while it is being killed: a machine that repeats itself, one that does not, and visitors."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from threading import Event, Lock
from uuid import UUID

import httpx
from tests.faults.town import Town

PATIENCE = 60.0
"""Seconds after which a call that is never answered is a fault."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CODE = re.compile(r'code-words">([^<]+)<')
NUMBER = re.compile(r'<dd class="number">([^<]+)<')


@dataclass(frozen=True)
class Told:
    """What a caller was told of a request that was taken: by number, code, and the words it was filed with."""

    number: str
    code: str
    words: str


@dataclass
class Ledger:
    """Everything that callers were told, and whatever they were told amiss."""

    seed: int
    taken: list[Told] = field(default_factory=list)
    acts: list[tuple[str, str]] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    refusals: list[tuple[int, str]] = field(default_factory=list)
    enough: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    @property
    def count(self) -> int:
        """Acknowledged writes so far."""
        return len(self.taken) + len(self.acts)

    def words(self, random: Random) -> str:
        """Words nobody else files."""
        said = "楼道灯坏了，记号" + "".join(random.choices("abcdefghij", k=12))
        self.sent.append(said)
        return said


def machine(town: Town, ledger: Ledger, number: int, *, repeats: bool) -> None:
    """Files for callers; one that repeats under a key also accepts and dispatches what it filed."""
    random = Random(f"{ledger.seed} {number}")
    head = {"Authorization": f"Bearer {town.token}"}
    with httpx.Client(base_url=town.url, headers=head, timeout=20) as client:
        while not ledger.enough.wait(0.1):
            with ledger.lock:
                phone = town.phones.pop() if town.phones else ""
            words = ledger.words(random)
            given = {"text": words, "place": random.choice(town.buildings)[0], "reporter_phone": phone}
            if not repeats:
                _filed(ledger, words, _ask(ledger, lambda given=given: client.post("/api/v1/requests", json=given)))
                continue
            filed = _insist(ledger, client, random, "", given)
            matter = _filed(ledger, words, filed)
            for verb, details in (("accept", {}), ("dispatch", {"unit": town.unit})):
                done = _insist(ledger, client, random, f"/{matter}/{verb}", details)
                assert done.status_code == 200, done.text
                ledger.acts.append((matter, verb))


def _filed(ledger: Ledger, words: str, answer: httpx.Response | None) -> str:
    if answer is None or answer.status_code != 201:
        return ""
    told = answer.json()
    ledger.taken.append(Told(told["matter"]["number"], told["tracking_code"], words))
    return ledger.taken[-1].number


def _insist(ledger: Ledger, client: httpx.Client, random: Random, path: str, given: dict) -> httpx.Response:
    """Sends the same call under the same key until it is answered."""
    key = {"Idempotency-Key": str(UUID(int=random.getrandbits(128)))}
    return _again(lambda: _ask(ledger, lambda: client.post(f"/api/v1/requests{path}", json=given, headers=key)))


def _again(ask: Callable[[], httpx.Response | None]) -> httpx.Response:
    until = time.monotonic() + PATIENCE
    while (answer := ask()) is None:
        assert time.monotonic() < until, "never answered"
        time.sleep(0.2)
    return answer


def _ask(ledger: Ledger, send: Callable[[], httpx.Response]) -> httpx.Response | None:
    """The answer, unless the line broke or the house says that it cannot just now."""
    try:
        answer = send()
    except httpx.TransportError:
        return None
    if answer.status_code < 500:
        return answer
    said = answer.json()["sentence"] if "json" in answer.headers["content-type"] else answer.text
    ledger.refusals.append((answer.status_code, said))
    return None


def visitor(town: Town, ledger: Ledger, number: int) -> None:
    """Reports over the pages, with a phone's browser and no account; a page that fails is sent again."""
    random = Random(f"{ledger.seed} visitor {number}")
    place = random.choice(town.buildings)[1]
    words = ledger.words(random)
    here = {"X-Forwarded-For": f"192.0.2.{ledger.seed % 50 * 5 + number}", "Accept-Language": "zh-CN"}
    pages = (
        ("/report/", {"text": words}),
        ("/report/where/", {"place": place}),
        ("/report/about/", {"category": "other.other"}),
        ("/report/you/", {"name": "", "phone": ""}),
        ("/report/check/", {}),
    )
    with httpx.Client(base_url=town.url, headers=here, timeout=20) as client:
        for address, given in pages:
            token = TOKEN.search(_again(lambda address=address: _ask(ledger, lambda: client.get(address))).text)[1]
            form = {"csrfmiddlewaretoken": token, **given}
            sent = _again(lambda a=address, f=form: _ask(ledger, lambda: client.post(a, data=f)))
            assert sent.status_code == 302, (address, sent.status_code)
        done = _again(lambda: _ask(ledger, lambda: client.get("/report/done/"))).text
    ledger.taken.append(Told(NUMBER.search(done)[1], CODE.search(done)[1], words))


def follow(town: Town, told: Told) -> bool:
    """Whether the code leads whoever has it to what was filed."""
    here = {"X-Forwarded-For": "198.51.100.7", "Accept-Language": "zh-CN"}
    with httpx.Client(base_url=town.url, headers=here, timeout=20) as client:
        token = TOKEN.search(client.get("/track/").text)[1]
        found = client.post("/track/", data={"csrfmiddlewaretoken": token, "code": told.code})
        return found.status_code == 302 and told.number in found.headers["location"]
