"""Large print works with a form and a cookie, and leads nowhere but home."""

import pytest
from django.test import RequestFactory

from linli.design.reading import SIZE_COOKIE, reading_size


def ask(**given):
    return reading_size(RequestFactory().post("/design/size/", given))


@pytest.mark.parametrize("size", ["24", "30"])
def test_the_size_is_kept_for_a_year_and_the_reader_goes_back(size):
    answer = ask(size=size, next="/mine/?a=1")
    assert answer.cookies[SIZE_COOKIE].value == size
    assert answer.cookies[SIZE_COOKIE]["max-age"] == 365 * 24 * 60 * 60
    assert answer["Location"] == "/mine/?a=1"


@pytest.mark.parametrize("size", ["0", "99", "<b>", ""])
def test_anything_else_is_the_usual_size(size):
    assert ask(size=size).cookies[SIZE_COOKIE].value == ""


@pytest.mark.parametrize("there", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_it_never_leads_elsewhere(there):
    assert ask(size="24", next=there)["Location"] == "/"


def test_reading_the_address_changes_nothing():
    assert reading_size(RequestFactory().get("/design/size/")).status_code == 405


def test_the_page_follows_the_cookie(style_page):
    assert 'data-elder="24"' in style_page(size="24")
    assert "data-elder=" not in style_page()
    assert "data-elder=" not in style_page(size='"><script>')
