"""What happened is heard after commit, by everyone who asked to hear it, once."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from linli.kernel.events import SubscribedTwice, announce, announce_many, subscribe
from linli.kernel.events.announcing import deliver
from linli.kernel.events.subscribing import SUBSCRIBERS
from linli.kernel.ids import new_id
from linli.kernel.jobs import run_due, standing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _only_these_subscribers():
    before = {event: dict(listeners) for event, listeners in SUBSCRIBERS.items()}
    yield
    SUBSCRIBERS.clear()
    SUBSCRIBERS.update(before)


@pytest.fixture
def heard():
    """Two listeners to test.closed, and what each has heard."""
    lists = {"a": [], "b": []}
    subscribe("test.closed", name="a")(lists["a"].append)
    subscribe("test.closed", name="b")(lists["b"].append)
    return lists


def test_where_nobody_listens_an_announcement_costs_nothing():
    with CaptureQueriesContext(connection) as statements:
        announce("test.nobody", id=new_id(), payload={})
    assert len(statements) == 0


def test_every_subscriber_hears_each_event_once_however_often_it_is_told(heard):
    id_, matter = new_id(), new_id()
    announce("test.closed", id=id_, payload={"matter": matter, "state": "closed"})
    announce("test.closed", id=id_, payload={"matter": matter, "state": "closed"})
    assert standing().due == 2
    assert run_due() == 2
    for events in heard.values():
        (event,) = events
        assert (event.id, event.name) == (id_, "test.closed")
        assert event.payload == {"matter": str(matter), "state": "closed"}


def test_a_batch_is_announced_in_one_statement(heard):
    ids = [new_id() for _ in range(30)]
    with CaptureQueriesContext(connection) as statements:
        announce_many("test.closed", [(id_, {}) for id_ in ids])
    assert len(statements) == 1
    run_due()
    assert [event.id for event in heard["b"]] == ids


def test_nothing_is_heard_of_what_was_rolled_back(heard):
    def fail():
        with transaction.atomic():
            announce("test.closed", id=new_id(), payload={})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert run_due() == 0
    assert heard == {"a": [], "b": []}


def test_one_that_fails_keeps_no_other_from_hearing_and_hears_it_again_itself(heard):
    answers = iter([RuntimeError("not now"), None])

    def moody(event):
        announce("test.moods", id=event.id, payload={})
        if answer := next(answers):
            raise answer

    subscribe("test.closed", name="moody")(moody)
    subscribe("test.moods", name="mood")(lambda event: heard["a"].append(event.name))
    told = {"name": "test.closed", "event": str(new_id()), "payload": {}}
    with pytest.raises(ExceptionGroup, match="1 subscribers"):
        deliver(**told)
    assert (len(heard["a"]), len(heard["b"]), standing().due) == (1, 1, 0)
    deliver(**told)
    deliver(**told)
    assert (len(heard["a"]), len(heard["b"]), standing().due) == (1, 1, 1)
    run_due()
    assert heard["a"][-1] == "test.moods"


def test_one_name_for_two_listeners_is_a_mistake(heard):
    with pytest.raises(SubscribedTwice, match="a already hears"):
        subscribe("test.closed", name="a")(print)


def test_different_events_may_share_an_id(heard):
    subscribe("test.reopened", name="a")(heard["a"].append)
    id_ = new_id()
    announce("test.closed", id=id_, payload={})
    announce("test.reopened", id=id_, payload={})
    run_due()
    assert [event.name for event in heard["a"]] == ["test.closed", "test.reopened"]
