"""A town of its own: a home, an embedded server, a founded neighbourhood and the real `linli serve` over it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from tests.cli.conftest import Running, eventually

from linli.config.database import embedded
from linli.kernel.postgres.liveness import postmaster

PEOPLE = 120
"""Residents who agreed to be written to, each with a number and an address of their own."""

FOUND = """
import json, sys
from datetime import timedelta
from linli.cli.standing import bring_up_to_date, standing
with standing():
    bring_up_to_date()
    from django.utils import timezone
    from linli.bench.neighbourhood import build
    from linli.domains.delivery.models import Contact
    from linli.domains.people.actions import NewPerson, register_many
    from linli.domains.people.actor import SYSTEM
    from linli.domains.people.models import Person
    from linli.domains.places.models import Place

    at = timezone.now() - timedelta(days=30)
    hood = build(at=at)
    phones = [f"1380000{n:04d}" for n in range(int(sys.argv[1]))]
    register_many(people=[NewPerson(phone=p, email=f"{p}@example.org") for p in phones], by=SYSTEM, at=at)
    Contact.objects.bulk_create(
        Contact(recipient=person.pk, channel=channel, address=address, agreed_at=at)
        for person in Person.objects.all()
        for channel, address in (("sms", person.phone_ref), ("email", person.email_ref))
    )
    community = hood.communities[0]
    buildings = Place.objects.filter(pk__in=community.buildings)
    print(json.dumps({
        "phones": phones,
        "token": hood.token(community.head, at=timezone.now()),
        "buildings": [[str(place.pk), place.path] for place in buildings],
        "unit": str(hood.departments[0].unit),
    }))
"""


@dataclass
class Town:
    """Where it stands and whom it serves; `phones` are taken one by one."""

    home: Path
    port: int
    phones: list[str]
    token: str
    buildings: list[tuple[str, str]]
    unit: str
    serving: Running = field(init=False, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def server(self):
        return embedded(self.home)

    def serve(self) -> None:
        self.serving = Running("serve", "--port", str(self.port), "--web-workers", "1", environment=outside(self))
        self.serving.says("Serving at")
        eventually(lambda: all(self.members(victim) for victim in VICTIMS))

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def members(self, victim: str) -> list[int]:
        if victim == "database":
            number = postmaster(self.server.folders.data)
            return [number] if number else []
        found = sorted(self.serving.members(VICTIMS[victim]))
        return found[1:] if victim == "web" else found  # the web server itself starts its workers anew

    def kill(self, victim: str) -> None:
        """The process is gone, and another one stands in its place, before this returns."""
        (killed,) = self.members(victim)
        os.kill(killed, signal.SIGKILL)
        eventually(lambda: self.members(victim) not in ([], [killed]), 60, lambda: "".join(self.serving.said))


VICTIMS = {"web": "granian", "jobs": "--only jobs", "sequencer": "--only sequencer", "database": ""}


def outside(town: Town) -> dict[str, str]:
    """The environment of its programs: a demo, so that letters arrive where a test can read them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    return {
        **kept,
        "LINLI_HOME": str(town.home),
        "LINLI_LANGUAGE": "en",
        "LINLI_DEMO": "1",
        "LINLI_BASE_URL": town.url,
        "LINLI_PROXIES": "1",
        "LINLI_RULES": "cn,beijing",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def found(home: Path, port: int) -> Town:
    """Founds it; nothing runs yet."""
    town = Town(home, port, [], "", [], "")
    told = subprocess.run(
        [sys.executable, "-c", FOUND, str(PEOPLE)], env=outside(town), stdout=subprocess.PIPE, check=True, timeout=120
    )
    return Town(home, port, **json.loads(told.stdout))
