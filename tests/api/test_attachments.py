"""Files over the machines' door: sent, listed, opened; refused with a sentence; nothing for guessed identifiers."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.api.test_operations import file_one, token_for
from tests.domains.matters.attachments.made import SECRET, document, picture
from tests.neighbourhood import DESK

from linli.domains.matters.models import Attachment
from linli.kernel.ids import new_id


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def desk(client, neighbourhood):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_for(neighbourhood, 'desk', DESK)}"
    return client


@pytest.fixture
def number(desk, neighbourhood):
    return file_one(desk, neighbourhood).json()["matter"]["number"]


def send(client, number, *contents, **more):
    files = [SimpleUploadedFile("IMG_0001 张三.html", content, "text/html") for content in contents]
    return client.post(f"/api/v1/requests/{number}/attachments", {"files": files, **more})


def test_files_are_sent_listed_and_opened(desk, number):
    sent = send(desk, number, picture(), document(), text="现场照片和通知")
    assert sent.status_code == 201, sent.content
    assert [file["mime"] for file in sent.json()] == ["image/jpeg", "application/pdf"]
    listed = desk.get(f"/api/v1/requests/{number}/attachments")
    assert listed.json() == sent.json()
    photo, notice = sent.json()
    opened = desk.get(f"/api/v1/requests/{number}/attachments/{photo['id']}")
    assert opened.status_code == 200, opened.content
    assert opened.content.startswith(b"\xff\xd8")
    assert SECRET not in opened.content
    small = desk.get(f"/api/v1/requests/{number}/attachments/{photo['id']}", {"thumbnail": "true"})
    assert len(small.content) < len(opened.content)
    saved = desk.get(f"/api/v1/requests/{number}/attachments/{notice['id']}")
    assert saved["Content-Disposition"] == f'attachment; filename="{number}-2.pdf"'


def test_a_file_is_sent_as_what_it_is_and_kept_by_nobody(desk, number):
    (photo,) = send(desk, number, picture()).json()
    opened = desk.get(f"/api/v1/requests/{number}/attachments/{photo['id']}")
    assert opened["Content-Type"] == "image/jpeg"
    assert opened["X-Content-Type-Options"] == "nosniff"
    assert opened["Cache-Control"] == "private, no-store"
    assert "sandbox" in opened["Content-Security-Policy"]
    assert opened["Content-Disposition"].startswith("inline")


def test_what_is_not_taken_is_refused_with_a_sentence_at_its_field(desk, number):
    refused = send(desk, number, b"<svg onload='alert(1)'/>")
    assert refused.status_code == 422
    assert "PDF" in refused.json()["fields"]["files"]
    assert Attachment.objects.count() == 0


def test_without_a_file_it_says_which_field_is_missing(desk, number):
    refused = desk.post(f"/api/v1/requests/{number}/attachments", {"text": "空"})
    assert refused.status_code == 422
    assert "files" in refused.json()["fields"]


def test_guessed_identifiers_and_other_requests_files_are_not_found(desk, number, neighbourhood):
    (photo,) = send(desk, number, picture()).json()
    other = file_one(desk, neighbourhood).json()["matter"]["number"]
    for address in (f"{other}/attachments/{photo['id']}", f"{number}/attachments/{new_id()}"):
        assert desk.get(f"/api/v1/requests/{address}").status_code == 404


def test_another_communitys_token_reaches_no_file(client, desk, number, neighbourhood):
    (photo,) = send(desk, number, picture()).json()
    rights = DESK | {"requests.handle"}
    token = token_for(neighbourhood, "stranger", rights, unit="other_committee", place="poplar")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    base = f"/api/v1/requests/{number}/attachments"
    for answer in (client.get(base), client.get(f"{base}/{photo['id']}"), send(client, number, picture())):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_without_a_purpose_we_know_nothing_opens(desk, number):
    (photo,) = send(desk, number, picture()).json()
    refused = desk.get(f"/api/v1/requests/{number}/attachments/{photo['id']}", {"purpose": "curiosity"})
    assert refused.status_code == 422
