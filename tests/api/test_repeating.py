"""A call whose answer was lost is sent again under its key: one effect, the same answer, and nobody else gets it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.api.test_operations import file_one, token_for
from tests.domains.matters.attachments.made import picture
from tests.kernel.conftest import at_once
from tests.neighbourhood import DESK, build

from linli.api.urls import api
from linli.domains.matters import engine
from linli.domains.matters.models import Attachment, Event, Matter
from linli.domains.people.tokens import repeating
from linli.domains.people.tokens.models import KeptAnswer

__all__ = ["at_once"]


@pytest.fixture
def desk(client, neighbourhood):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    return client


def keyed(client, here, key="k-1", **more):
    sent = {"text": "三号楼电梯坏了", "place": str(here.building), "category": "home.lift"} | more
    headers = {"Idempotency-Key": key}
    return client.post("/api/v1/requests", sent, content_type="application/json", headers=headers)


def act(client, number, key="k-2", **headers):
    return client.post(
        f"/api/v1/requests/{number}/accept",
        {},
        content_type="application/json",
        headers={"Idempotency-Key": key, **headers},
    )


def test_a_request_sent_again_is_filed_once_and_its_code_told_again(desk, neighbourhood):
    first, again = (keyed(desk, neighbourhood) for _ in range(2))
    assert first.status_code == 201, first.content
    assert (again.status_code, again.json()) == (201, first.json())
    assert len(again.json()["tracking_code"]) == 14
    assert Matter.objects.count() == 1


def test_with_another_key_or_none_it_is_another_request(desk, neighbourhood):
    keyed(desk, neighbourhood)
    keyed(desk, neighbourhood, "k-2")
    file_one(desk, neighbourhood)
    file_one(desk, neighbourhood)
    assert Matter.objects.count() == 4


def test_an_act_sent_again_is_done_once_and_answered_as_it_was_then(desk, neighbourhood):
    number = file_one(desk, neighbourhood).json()["matter"]["number"]
    first = act(desk, number, **{"If-Match": '"1"'})
    unit = {"unit": str(neighbourhood.units["property"])}
    desk.post(f"/api/v1/requests/{number}/dispatch", unit, content_type="application/json")
    again = act(desk, number, **{"If-Match": '"1"'})
    assert (again.status_code, again.json()) == (200, first.json())
    assert again.json()["state"] == "filed"
    assert Event.objects.filter(verb="accept").count() == 1


def test_files_sent_again_are_kept_once(desk, neighbourhood, settings, tmp_path):
    settings.FILES = tmp_path / "files"
    number = file_one(desk, neighbourhood).json()["matter"]["number"]

    def send(content):
        file = SimpleUploadedFile("a.jpg", content, "image/jpeg")
        address = f"/api/v1/requests/{number}/attachments"
        return desk.post(address, {"files": [file], "text": "现场"}, headers={"Idempotency-Key": "f"})

    photo = picture()
    first, again = send(photo), send(photo)
    assert (first.status_code, again.json()) == (201, first.json())
    assert Attachment.objects.count() == 1
    assert send(picture(size=(40, 30))).status_code == 422


@pytest.mark.parametrize("change", [{"text": "四号楼电梯坏了"}, {"share": True}])
def test_a_key_used_for_another_call_is_refused_with_what_to_do(desk, neighbourhood, change):
    keyed(desk, neighbourhood)
    refused = keyed(desk, neighbourhood, **change)
    assert refused.status_code == 422
    assert "请用新的键" in refused.json()["sentence"]
    assert Matter.objects.count() == 1


def test_a_key_of_one_act_does_not_stand_for_another_or_another_version(desk, neighbourhood):
    number = file_one(desk, neighbourhood).json()["matter"]["number"]
    act(desk, number, **{"If-Match": '"1"'})
    assert act(desk, number, **{"If-Match": '"2"'}).status_code == 422
    other = file_one(desk, neighbourhood).json()["matter"]["number"]
    assert act(desk, other, **{"If-Match": '"1"'}).status_code == 422


@pytest.mark.parametrize("key", ["", "  ", "x" * 201])
def test_a_key_too_short_or_too_long_is_refused(desk, neighbourhood, key):
    refused = keyed(desk, neighbourhood, key)
    assert refused.status_code == 422
    assert "Idempotency-Key" in refused.json()["sentence"]
    assert Matter.objects.count() == 0


def test_a_refusal_is_not_kept_and_what_was_mended_goes_through(desk, neighbourhood):
    assert keyed(desk, neighbourhood, category="no.such").status_code == 422
    assert KeptAnswer.objects.count() == 0
    assert keyed(desk, neighbourhood).status_code == 201


def test_anothers_token_gets_nothing_by_the_same_key(client, desk, neighbourhood):
    first = keyed(desk, neighbourhood)
    other = token_for(neighbourhood, "supervisor", DESK)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {other}"
    second = keyed(client, neighbourhood)
    assert second.status_code == 201
    assert second.json()["tracking_code"] != first.json()["tracking_code"]


def test_the_table_holds_neither_key_nor_code_nor_words(desk, neighbourhood):
    code = keyed(desk, neighbourhood, "a-long-key-of-ours").json()["tracking_code"]
    kept = b"".join(bytes(getattr(KeptAnswer.objects.get(), name)) for name in ("key", "asked", "sealed"))
    for secret in (code, "a-long-key-of-ours", "电梯"):
        assert secret.encode() not in kept


def test_after_a_day_it_is_forgotten(desk, neighbourhood):
    keyed(desk, neighbourhood)
    assert repeating.sweep(at=timezone.now() + timedelta(hours=23)) == 0
    assert repeating.sweep(at=timezone.now() + timedelta(hours=25)) == 1


def test_what_broke_before_its_end_is_done_by_the_next_try(desk, neighbourhood, monkeypatch):
    def breaks(*given, **more):
        raise ArithmeticError

    desk.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(engine.opening, "follow", breaks)
        assert keyed(desk, neighbourhood).status_code == 500
    assert (Matter.objects.count(), KeptAnswer.objects.count()) == (0, 0)
    assert keyed(desk, neighbourhood).status_code == 201


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_sent_sixteen_times_at_once_it_is_filed_once(at_once):
    here = build()
    token = token_for(here, "desk", DESK)

    def send(_):
        return keyed(Client(HTTP_AUTHORIZATION=f"Bearer {token}"), here).json()

    answers = at_once(send, range(16))
    assert all(answer == answers[0] for answer in answers)
    assert Matter.objects.count() == 1


def test_every_post_says_that_it_may_be_sent_again():
    for path, operations in api.get_openapi_schema()["paths"].items():
        if "post" in operations:
            names = [parameter["name"] for parameter in operations["post"]["parameters"]]
            assert "Idempotency-Key" in names, path
