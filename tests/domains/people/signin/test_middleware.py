"""Who acts stands before every door at two statements, and costs none where nobody asks."""

import pytest
from django.contrib.auth import login
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.test import RequestFactory

from linli.domains.people.actor import ANYONE
from linli.domains.people.signin.actions import sign_in_staff
from linli.domains.people.signin.middleware import TRACKS, ActorMiddleware, actor_of
from linli.kernel.ids import new_id

from .conftest import HERE, NOON

pytestmark = pytest.mark.django_db


def through(cookie, view):
    """A request with that session cookie, as a view behind the middleware sees it."""
    request = RequestFactory().get("/")
    if cookie:
        request.COOKIES["sessionid"] = cookie

    def seen(request):
        view(request)
        return HttpResponse()

    SessionMiddleware(ActorMiddleware(seen))(request)
    return request


def session_of(account=None, **more) -> str:
    def begin(request):
        request.session.update(more)
        if account:
            login(request, account, backend="django.contrib.auth.backends.ModelBackend")

    return through(None, begin).session.session_key


def test_a_visitor_is_anyone_and_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        through(None, lambda request: None)
        through(None, lambda request: actor_of(request) == ANYONE)


def test_whoever_is_signed_in_costs_two_statements(staff, django_assert_num_queries):
    cookie, seen = session_of(staff), []
    with django_assert_num_queries(2):
        through(cookie, lambda request: seen.extend([actor_of(request).account, actor_of(request).posts]))
    assert seen == [staff.id, ()]


def test_a_page_that_does_not_ask_costs_the_session_alone(staff, django_assert_num_queries):
    cookie = session_of(staff)
    with django_assert_num_queries(1):
        through(cookie, lambda request: None)


def test_a_tracking_code_opens_one_matter_for_a_visitor():
    matter, seen = new_id(), []
    cookie = session_of(**{TRACKS: str(matter)})
    through(cookie, lambda request: seen.append(actor_of(request)))
    assert (seen[0].account, seen[0].tracks) == (None, matter)


def test_a_forged_or_ended_cookie_is_a_visitor(staff):
    seen = []
    through("x" * 32, lambda request: seen.append(actor_of(request).account))
    assert seen == [None]


def test_a_session_says_whose_it_is(staff):
    def begin(request):
        sign_in_staff(request, staff, visit=HERE, at=NOON)

    request = through(None, begin)
    row = request.session.row
    assert (row.account, row.door, row.device, row.network) == (staff.id, "staff", "phone", "192.0.2.0/24")
    assert staff.__class__.objects.get(id=staff.id).last_seen == NOON
