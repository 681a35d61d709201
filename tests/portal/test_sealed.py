"""What is typed between two pages lies in the session as ciphertext; the key lies with the browser alone."""

from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory

from linli.portal.sealed import COOKIE, seal, unlearn, unseal

SECRET = {"text": "我姓王，住二单元"}


def request_with(session, **cookies):
    request = RequestFactory().get("/")
    request.session = session
    request.COOKIES.update(cookies)
    return request


def sealed():
    request, response = request_with(SessionStore()), HttpResponse()
    seal(request, response, "report", SECRET)
    return request.session, response.cookies[COOKIE]


def test_the_browser_that_typed_reads_it_again():
    session, cookie = sealed()
    assert unseal(request_with(session, **{COOKIE: cookie.value}), "report") == SECRET


def test_the_session_alone_tells_nothing():
    session, cookie = sealed()
    assert "王" not in str(dict(session.items()))
    assert cookie["httponly"]
    assert unseal(request_with(session), "report") == {}
    assert unseal(request_with(session, **{COOKIE: "bm90IGEga2V5"}), "report") == {}
    assert unseal(request_with(session, **{COOKIE: "é not base64"}), "report") == {}


def test_one_value_cannot_be_read_under_the_name_of_another():
    session, cookie = sealed()
    session["reported"] = session["report"]
    assert unseal(request_with(session, **{COOKIE: cookie.value}), "reported") == {}


def test_what_was_unlearned_is_gone():
    session, cookie = sealed()
    request = request_with(session, **{COOKIE: cookie.value})
    unlearn(request, "report")
    assert unseal(request, "report") == {}
