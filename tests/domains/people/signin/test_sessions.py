"""A session that cannot be kept says why: it was ended elsewhere, or the database is away."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import InterfaceError, OperationalError, connection

from linli.domains.people.signin.models import Session
from linli.domains.people.signin.sessions import SessionStore
from linli.kernel.postgres import absence

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def session():
    begun = SessionStore()
    begun["draft"] = "楼道灯"
    begun.create()
    return begun


def test_one_that_was_ended_elsewhere_is_not_brought_back(session):
    Session.objects.all().delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()


def test_a_database_that_is_away_is_not_taken_for_an_ended_session(session):
    connection.connection.close()
    with pytest.raises((InterfaceError, OperationalError)) as raised:
        session.save()
    assert absence(raised.value).status == 503
    connection.close()
    assert SessionStore(session.session_key)["draft"] == "楼道灯"
