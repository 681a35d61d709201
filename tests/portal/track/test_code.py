"""Coming in by a tracking code."""

import pytest
from tests.portal.conftest import Browser

pytestmark = pytest.mark.django_db


def test_a_code_opens_its_matter_on_this_browser_alone(visitor, filed_by_visitor):
    matter, code = filed_by_visitor
    assert visitor.send("/track/", {"code": code.lower().replace("-", " ")}).location == f"/track/{matter.number}/"
    assert matter.number in visitor.read(f"/track/{matter.number}/").words
    assert matter.number in visitor.read("/").words
    assert matter.number in visitor.read("/mine/").words
    Browser().read(f"/track/{matter.number}/", status=404)


def test_a_code_opens_one_matter_and_no_other(here, visitor, filed_by_visitor, life):
    _, code = filed_by_visitor
    visitor.send("/track/", {"code": code})
    visitor.read(f"/track/{life.matter.number}/", status=404)


def test_on_a_shared_device_the_code_is_forgotten(visitor, filed_by_visitor):
    matter, code = filed_by_visitor
    visitor.send("/track/", {"code": code})
    visitor.send("/track/leave/")
    visitor.read(f"/track/{matter.number}/", status=404)


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA", "x", "短信", "'" * 40])
def test_a_wrong_code_says_what_to_do_and_stays_in_its_box(visitor, code):
    answer = visitor.post("/track/", {"code": code})
    assert answer.status_code in (404, 422)
    assert 'role="alert"' in answer.content.decode()


def test_a_form_sent_empty_says_what_is_missing(visitor):
    assert "请输入查询码" in visitor.send("/track/", {}, status=422).words


def test_guessing_is_slowed_down(visitor):
    for _ in range(20):
        visitor.send("/track/", {"code": "AAAA-AAAA-AAAA"}, status=404)
    assert "频繁" in visitor.send("/track/", {"code": "AAAA-AAAA-AAAA"}, status=429).words
