"""What a door cannot take is refused with a sentence: another method, a character that no text may hold."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def reader(db) -> Client:
    return Client(headers={"accept-language": "zh-CN"})


@pytest.mark.parametrize("address", ["/design/size/", "/track/leave/", "/office/worklist/acts/"])
def test_an_address_for_forms_alone_says_so(reader, address):
    answer = reader.get(address)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "只接收表单提交的内容" in answer.content.decode()
    told = Client(headers={"accept-language": "en"}).get(address).content.decode()
    assert "open the form again" in told


def test_machines_answer_for_themselves(reader):
    answer = reader.put("/api/v1/worklist")
    assert answer.status_code == 405
    assert b"<html" not in answer.content


@pytest.mark.parametrize("address", ["/?q=%00", "/office/sign-in/?next=%00", "/neighbours/%00/"])
def test_a_character_that_no_text_may_hold_is_refused(reader, address):
    assert reader.get(address).status_code in {400, 404}


def test_nor_may_a_form_send_it(reader):
    answer = reader.post("/office/sign-in/", {"username": "a\0b", "password": "x"})
    assert answer.status_code == 400
    assert "提交的内容无法识别" in answer.content.decode()
