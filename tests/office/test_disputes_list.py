"""The list of disputes: what comes next in each, for whoever mediates, and for nobody else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.domains.requests.disputes.lives import RIGHTS, Talks
from tests.neighbourhood import MONDAY, staff_member
from tests.staffed import appoint

from linli.domains.people.models import Account
from linli.domains.requests.disputes.actions import Application, apply
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import performing, promise, sessions

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'<span class="number">(TJ[^<]+)<')


@pytest.fixture
def talks(here):
    lived = Talks(here)
    appoint(lived.mediator)
    return lived


@pytest.fixture
def mediator(talks):
    return browser(talks.mediator)


def browser(actor, language="zh-CN") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def shown(client, query="") -> str:
    answer = client.get(f"/office/disputes/{query}")
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def found(client, query="") -> list[str]:
    return NUMBER.findall(shown(client, query))


def another(here, minute, text="对门夜里放音乐"):
    said = Application(about="noise", place=here.building, text=text)
    return apply(said, by=here.resident, at=MONDAY + timedelta(minutes=minute)).parent


def test_the_newest_comes_first(talks, mediator, here):
    newer = another(here, 5)
    assert found(mediator) == [newer.number, talks.dispute.number]


@pytest.mark.parametrize("query", ["", "?q=漏水", "?state=applied"])
def test_whoever_does_not_mediate_is_refused(talks, sign_in, query):
    for name in ("desk", "handler", "supervisor", "stranger"):
        assert sign_in(name).get(f"/office/disputes/{query}").status_code == 403


def test_a_mediator_of_another_community_finds_nothing(talks, here):
    here.places["willow"], here.units["committee"] = here.places["poplar"], here.units["other_committee"]
    far = staff_member(here, "far_mediator", "committee", RIGHTS)
    appoint(far)
    for query in ("", "?q=漏水", f"?q={talks.dispute.number}", "?open=1"):
        assert found(browser(far), query) == []


def test_filters_narrow_it(talks, mediator, here):
    another(here, 5)
    talks.not_accepted()
    assert found(mediator, "?state=not_accepted") == [talks.dispute.number]
    assert talks.dispute.number not in found(mediator, "?open=1")
    assert len(found(mediator, "?state=nonsense&open=yes")) == 2


def test_words_find_the_dispute_in_which_anybody_said_them(talks, mediator, here):
    another(here, 5)
    talks.mediating().does(party.Confide(text="我只想早点睡个安稳觉"), here.resident, on=talks.first)
    talks.does(life.NoteToFile(note="申请人近来睡眠不好"), talks.mediator)
    for words in ("漏水", "安稳觉", "睡眠不好", talks.dispute.number, talks.dispute.number.lower()):
        assert found(mediator, f"?q={words}") == [talks.dispute.number]
    assert found(mediator, "?q=没有人说过的话") == []
    assert "至少输入两个字" in shown(mediator, "?q=漏")


@pytest.mark.parametrize("words", ["%%", "__", "' or 1=1", "\\"])
def test_what_means_something_to_a_database_means_nothing_here(talks, mediator, words):
    assert mediator.get("/office/disputes/", {"q": words}).status_code == 200
    assert talks.dispute.number not in mediator.get("/office/disputes/", {"q": words}).content.decode()


def test_no_search_of_requests_finds_what_parties_said(talks, sign_in):
    assert talks.dispute.number not in sign_in("desk").get("/office/requests/?q=漏水").content.decode()


@pytest.fixture
def yesterday(talks):
    """The dispute, going on from yesterday: what is arranged lies ahead."""
    talks.at = timezone.now() - timedelta(days=1)
    return talks


def arrange(talks):
    day = talks.at.date() + timedelta(days=5)
    arranged = sessions.ArrangeSession(session_on=day, where="上午九点，调解室")
    return talks.mediating().does(arranged, talks.mediator)


def test_the_next_session_is_said_until_it_was_held(yesterday, mediator):
    arrange(yesterday)
    assert "下次调解" in shown(mediator)
    held = sessions.HoldSession(held_on=timezone.localdate(yesterday.at), present="双方", minutes="各自陈述")
    yesterday.does(held, yesterday.mediator)
    assert "下次调解" not in shown(mediator)


def test_a_session_that_nobody_recorded_is_said_to_be_missing(talks, mediator):
    arrange(talks)
    assert "的调解还没有登记" in shown(mediator)


def test_promises_and_the_courts_days_are_said_while_they_run(yesterday, mediator, here):
    yesterday.in_effect()
    page = shown(mediator)
    assert "最近一项履行期限" in page
    assert "可共同申请司法确认至" in page
    yesterday.does(promise.Miss(evidence="电话核实，没修"), yesterday.mediator, on=yesterday.promise)
    assert "1 项逾期未履行" in shown(mediator)
    for side, actor in ((yesterday.first, here.resident), (yesterday.second, yesterday.other)):
        yesterday.does(party.WantConfirmation(), actor, on=side)
    yesterday.does(performing.FileConfirmation(court="柳河区人民法院"), yesterday.mediator)
    assert "可共同申请司法确认至" not in shown(mediator)


def test_it_says_the_same_in_english(yesterday):
    yesterday.in_effect()
    page = shown(browser(yesterday.mediator, "en"))
    assert "Next promise due" in page
    assert "Court can be asked together until" in page


def test_it_asks_as_many_statements_for_thirty_as_for_three(talks, mediator, here, queries):
    for minute in range(2):
        another(here, minute)
    few = queries(mediator, "/office/disputes/")
    for minute in range(2, 29):
        another(here, minute)
    assert queries(mediator, "/office/disputes/") == few
    assert queries(mediator, "/office/disputes/?q=音乐") <= few


def test_more_than_a_page_is_turned(talks, mediator, here):
    for minute in range(1, 51):
        another(here, minute)
    first = shown(mediator)
    older = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert found(mediator, older) == [talks.dispute.number]
