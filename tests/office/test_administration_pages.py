"""Which of the setting-up pages opens to whom, what an address with nonsense in it gets, and what a page costs."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.people.models import Account, Organisation, Post
from linli.kernel.ids import new_id

OPEN = {
    "/office/people/": {"system", "security", "audit"},
    "/office/people/new/": {"system"},
    "/office/units/": {"system", "security", "audit"},
    "/office/units/new/": {"system"},
    "/office/roles/": {"system", "security", "audit"},
    "/office/roles/volunteer/": {"system", "security", "audit"},
    "/office/roles/new/": {"security"},
    "/office/rules/": {"system", "security", "audit"},
    "/office/rules/try/": {"system", "security", "audit"},
    "/office/rules/requests.sign_for/": {"system", "security", "audit"},
    "/office/audit/": {"audit"},
    "/office/audit/openings/": {"audit"},
    "/office/audit/powers/": {"audit"},
    "/office/audit/sign-ins/": {"audit"},
    "/office/tokens/": {"system", "audit"},
    "/office/tokens/new/": {"system"},
    "/office/authorisations/": set(),
}
WHO = ("system", "security", "audit", "desk")
HOSTILE = (
    "\x00",
    "<script>alert(1)</script>",
    "'; --",
    "%",
    "_",
    "\\",
    "很" * 3000,
    "\u202e\ud7ff",
    "1e999",
    "-1",
    "[[" * 500,
)
NAMES = ("q", "role", "standing", "kind", "closed", "account", "since", "until", "purpose", "turn", "what", "door")
NAMES += ("where", "right", "pack", "all")


@pytest.mark.parametrize("address", OPEN)
def test_each_page_opens_to_those_whose_office_it_is_and_to_nobody_else(administration, sign_in, address):
    assert {who for who in WHO if sign_in(who).get(address).status_code == 200} == OPEN[address]


@pytest.mark.parametrize("address", OPEN)
def test_those_it_does_not_open_to_are_told_whom_to_ask(administration, sign_in, refused, address):
    for who in set(WHO) - OPEN[address]:
        refused(sign_in(who).get(address), 403)
        assert "Ask" in refused(sign_in(who, **{"accept-language": "en"}).get(address), 403)


@pytest.mark.parametrize("address", OPEN)
def test_nonsense_in_an_address_is_shown_as_text_or_refused_in_words(administration, sign_in, address):
    who = next(iter(sorted(OPEN[address])), "desk")
    client = sign_in(who)
    for nonsense in HOSTILE:
        asked = "&".join(f"{name}={quote(nonsense, errors='replace')}" for name in NAMES if name != "after")
        for query in (
            asked,
            f"after={quote(nonsense, errors='replace')}",
            "after=fHx8",
            "after=MjAyNi0wMy0wMlQxMDowMFp8AHwA",
        ):
            answer = client.get(f"{address}?{query}")
            assert answer.status_code < 500, query[:80]
            assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("page", ["people", "units", "places", "tokens", "authorisations"])
@pytest.mark.parametrize("tail", ["nonsense/", "00000000-0000-0000-0000-000000000000/", "%00/", "../../etc/"])
def test_a_made_up_identifier_leads_nowhere(administration, sign_in, page, tail):
    assert sign_in("system").get(f"/office/{page}/{tail}").status_code in {400, 404, 405}


@pytest.mark.parametrize("address", sorted(OPEN.keys() - {"/office/authorisations/"}))
def test_more_people_units_and_posts_cost_no_more_statements(administration, sign_in, queries, address):
    client = sign_in(min(OPEN[address]))
    few = queries(client, address)
    for number in range(12):
        account = Account.objects.create(
            kind="staff", username=f"more{number}", display_name=f"同事{number}", opened_at=MONDAY
        )
        unit = Organisation.objects.create(
            name=f"新单位{number}", kind="line_department", place=administration.places["willow"], created_at=MONDAY
        )
        Post.objects.create(
            id=new_id(),
            account=account,
            organisation=unit,
            role_id="volunteer",
            place=administration.places["willow"],
            since=MONDAY,
        )
    assert queries(client, address) == few


def test_an_act_asked_for_by_its_address_alone_is_answered_with_a_sentence(administration, sign_in, refused):
    answer = sign_in("security").get(f"/office/people/{administration.desk.account}/close/")
    refused(answer, 405, "只接收表单提交的内容")
    assert answer["Allow"] == "POST"
    answer = sign_in("security", **{"accept-language": "en"}).get(
        f"/office/people/{administration.desk.account}/close/"
    )
    refused(answer, 405, "open the form again")
