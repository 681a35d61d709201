"""On a full disk nothing is half written, everybody is told in a sentence, and with room again it works again."""

from __future__ import annotations

import httpx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.api.test_operations import file_one, token_for
from tests.cli.conftest import eventually
from tests.domains.matters.attachments.made import picture
from tests.faults import books
from tests.faults.small_disk import small_disk
from tests.faults.town import found
from tests.neighbourhood import DESK

from linli.cli.ports import free_port
from linli.domains.matters.engine.refusals import StorageFull
from linli.domains.matters.models import Attachment, Event
from linli.kernel.postgres.absence import AWAY, FULL
from linli.kernel.vault.models import SealedFile

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("disk full")]
WORDS = "楼道灯坏了，" * 500


@pytest.fixture
def small():
    with small_disk("1m") as disk:
        yield disk


def test_a_file_there_is_no_room_for_is_refused_and_leaves_nothing_behind(client, neighbourhood, settings, small):
    settings.FILES = small.place / "files"
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    number = file_one(client, neighbourhood).json()["matter"]["number"]

    def send():
        photo = SimpleUploadedFile("a.jpg", picture(), "image/jpeg")
        return client.post(f"/api/v1/requests/{number}/attachments", {"files": [photo], "text": "现场照片"})

    assert send().status_code == 201
    kept = shelved(settings.FILES), counted()
    small.fill()
    refused = send()
    assert (refused.status_code, refused.json()["sentence"]) == (507, StorageFull().sentence.zh)
    assert (shelved(settings.FILES), counted()) == kept
    small.clear()
    assert send().status_code == 201
    for file in client.get(f"/api/v1/requests/{number}/attachments").json():
        assert client.get(f"/api/v1/requests/{number}/attachments/{file['id']}").status_code == 200


def counted():
    return [table.objects.count() for table in (Attachment, SealedFile, Event)]


def shelved(files):
    return sorted(path.name for path in files.rglob("*") if path.is_file())


@pytest.fixture
def town():
    with small_disk("400m") as disk:
        town = found(disk.place, free_port("127.0.0.1", 0))
        town.disk = disk
        town.serve()
        try:
            yield town
        finally:
            town.serving.stop()


def test_a_database_without_room_refuses_in_words_keeps_what_it_took_and_takes_more_with_room_again(town):
    taken = []
    with httpx.Client(base_url=town.url, headers={"Authorization": f"Bearer {town.token}"}, timeout=30) as client:

        def file():
            return client.post("/api/v1/requests", json={"text": WORDS, "place": town.buildings[0][0]})

        def take(most):
            for _ in range(most):
                answer = file()
                if answer.status_code != 201:
                    return answer
                taken.append(answer.json()["matter"]["number"])
            return answer

        assert take(3).status_code == 201
        town.disk.fill()
        refused = take(400)
        assert refused.status_code in (503, 507), refused.text
        assert refused.json()["sentence"] in (AWAY.zh, FULL.zh)
        refused_too = file()
        assert refused_too.status_code in (503, 507)
        town.disk.clear()
        eventually(lambda: file().status_code == 201, 60)
        assert take(3).status_code == 201
    eventually(lambda: books.unfinished(town) == (0, 0, 0) or books.pass_time(town), 60)
    assert set(taken) <= set(books.numbers(town))
    assert books.halves(town) == {}
    for name, numbers in books.streams(town):
        assert numbers == list(range(1, len(numbers) + 1)), name
