"""Reading over Open311: what neighbours shared, as published, in both formats; the rest for whoever holds a key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.api.open311.conftest import LAT, LON, V2, lately
from tests.api.open311.published import DEFINITION, ERRORS, EXTENDED, REQUESTS, SERVICES, check, document
from tests.api.test_operations import token_for
from tests.domains.requests.hidden import hide, moderator
from tests.domains.requests.lives import Life
from tests.neighbourhood import DESK

from linli.domains.matters.models import Matter
from linli.domains.requests.categories import known_categories


def bearer(key):
    return {"headers": {"Authorization": f"Bearer {key}"}}


def ids(answer):
    return [each["service_request_id"] for each in check(REQUESTS, answer)]


def test_discovery_names_the_endpoint_in_both_formats(client, here):
    told = client.get(f"{V2}/discovery.json").json()
    assert told["endpoints"][0]["url"].endswith("/open311/v2")
    assert told["endpoints"][0]["formats"] == ["text/xml", "application/json"]
    root = document(client.get(f"{V2}/discovery.xml"), "discovery")
    assert [each.text for each in root.findall("endpoints/endpoint/formats/format")] == ["text/xml", "application/json"]
    assert root.findtext("endpoints/endpoint/specification") == "http://wiki.open311.org/GeoReport_v2"


def test_every_category_is_a_service(client, here):
    told = check(SERVICES, client.get(f"{V2}/services.json"))
    assert {each["service_code"] for each in told} == known_categories()
    root = document(client.get(f"{V2}/services.xml"), "services")
    assert len(root.findall("service")) == len(told)
    lift = next(each for each in root if each.findtext("service_code") == "home.lift")
    assert (lift.findtext("service_name"), lift.findtext("metadata")) == ("电梯", "true")


def test_services_are_told_in_the_readers_language(client, here):
    told = client.get(f"{V2}/services.json", headers={"Accept-Language": "en"}).json()
    assert told[0]["service_name"] == "Lifts"


def test_a_service_says_what_else_may_be_given(client, here):
    told = check(DEFINITION, client.get(f"{V2}/services/home.lift.json"))
    assert [each["code"] for each in told["attributes"]] == ["kind", "urgency", "share", "confidential"]
    root = document(client.get(f"{V2}/services/home.lift.xml"), "service_definition")
    assert [each.findtext("key") for each in root.findall("attributes/attribute")[2].iter("value")] == ["true", "false"]


def test_without_a_key_only_what_was_shared_is_there(client, shared, private):
    assert ids(client.get(f"{V2}/requests.json")) == [shared.matter.number]
    root = document(client.get(f"{V2}/requests.xml"), "service_requests")
    assert [each.findtext("service_request_id") for each in root.findall("request")] == [shared.matter.number]
    for words in ("水表", private.matter.number):
        assert words not in client.get(f"{V2}/requests.xml").content.decode()


def test_a_private_request_and_none_at_all_are_answered_alike(client, private):
    missing = client.get(f"{V2}/requests/SQ99-999999.json")
    answer = client.get(f"{V2}/requests/{private.matter.number}.json")
    assert (answer.status_code, answer.json()) == (404, missing.json())
    assert check(ERRORS, answer)[0]["code"] == 404


def test_a_request_is_told_as_published(client, shared):
    (told,) = check(REQUESTS, client.get(f"{V2}/requests/{shared.matter.number}.json"))
    assert (told["status"], told["service_code"], told["description"]) == ("open", "home.lift", "三号楼电梯坏了两天")
    assert told["status_notes"].startswith("已经答复")
    assert told["agency_responsible"] == "柳荫社区居委会"
    assert told["address"] == "柳荫社区3号楼"
    assert told["requested_datetime"].endswith("+08:00")
    assert told["expected_datetime"]


def test_coordinates_are_wgs_84_whatever_the_map_is_drawn_in(client, shared):
    (told,) = client.get(f"{V2}/requests/{shared.matter.number}.json").json()
    moved = abs(told["long"] - LON) + abs(told["lat"] - LAT)
    assert 0.005 < moved < 0.02  # half a kilometre or so apart in Beijing


def test_what_has_ended_is_closed(client, here):
    ended = lately(Life(here, share=True).closed())
    (told,) = check(REQUESTS, client.get(f"{V2}/requests/{ended.matter.number}.json"))
    assert (told["status"], told["expected_datetime"]) == ("closed", None)
    assert ids(client.get(f"{V2}/requests.json", {"status": "open"})) == []
    assert ids(client.get(f"{V2}/requests.json", {"status": "open,closed"})) == [ended.matter.number]


def test_a_key_reads_what_its_account_may_masked(client, private, key):
    number = private.matter.number
    assert ids(client.get(f"{V2}/requests.json", **bearer(key))) == [number]
    answer = client.get(f"{V2}/requests/{number}.json", {"extensions": "true"}, **bearer(key))
    (told,) = check(EXTENDED, answer)
    assert "门机更换完毕，已恢复运行" in [note["description"] for note in told["notes"]]


def test_another_communitys_key_reads_no_more_than_a_neighbour(client, here, private):
    far = token_for(here, "stranger", DESK, unit="other_committee", place="poplar")
    assert ids(client.get(f"{V2}/requests.json", **bearer(far))) == []
    assert client.get(f"{V2}/requests/{private.matter.number}.json", **bearer(far)).status_code == 404


def test_notes_tell_neighbours_what_happened_and_nobodys_words(client, shared):
    answer = client.get(f"{V2}/requests/{shared.matter.number}.json", {"extensions": "true"})
    (told,) = check(EXTENDED, answer)
    assert told["extended_attributes"] == {"state": "replied", "state_name": "已答复"}
    assert [note["type"] for note in told["notes"]][:3] == ["report", "accept", "dispatch"]
    assert {note["description"] for note in told["notes"]} == {None}
    root = document(client.get(f"{V2}/requests/{shared.matter.number}.xml?extensions=true"), "service_requests")
    assert len(root.findall("request/notes/note")) == len(told["notes"])


def test_they_are_chosen_by_service_number_and_time(client, here, shared):
    other = lately(Life(here, share=True, category="street.noise").replied()).matter.number
    number = shared.matter.number
    assert ids(client.get(f"{V2}/requests.json", {"service_code": "street.noise"})) == [other]
    assert ids(client.get(f"{V2}/requests.json", {"service_code": "street.noise,home.lift"})) == [other, number]
    assert ids(client.get(f"{V2}/requests.json", {"service_request_id": f"{number.lower()}, XX"})) == [number]
    Matter.objects.filter(number=number).update(opened_at=timezone.now() - timedelta(days=100))
    assert ids(client.get(f"{V2}/requests.json")) == [other]
    start = (timezone.now() - timedelta(days=120)).isoformat()
    assert ids(client.get(f"{V2}/requests.json", {"start_date": start})) == [number]
    end = (timezone.now() - timedelta(days=99)).isoformat()
    assert ids(client.get(f"{V2}/requests.json", {"end_date": end})) == [number]


def test_an_unescaped_plus_in_a_moment_is_understood(client, shared):
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    assert ids(client.get(f"{V2}/requests.json?start_date={today.isoformat()}")) == [shared.matter.number]


def test_pages_follow_one_another(client, here):
    numbers = [lately(Life(here, share=True).filed()).matter.number for _ in range(3)][::-1]
    pages = [ids(client.get(f"{V2}/requests.json", {"page": page, "page_size": 2})) for page in (1, 2, 3)]
    assert pages == [numbers[:2], numbers[2:], []]


def test_a_jurisdiction_narrows_and_an_unknown_one_is_not_found(client, shared):
    ours, theirs = {"jurisdiction_id": "110101001001"}, {"jurisdiction_id": "sfgov.org"}
    assert ids(client.get(f"{V2}/requests.json", ours)) == [shared.matter.number]
    answer = client.get(f"{V2}/requests.json", theirs)
    assert (answer.status_code, check(ERRORS, answer)[0]["code"]) == (404, 404)


def test_a_token_leads_to_its_number(client, private):
    (told,) = client.get(f"{V2}/tokens/{private.matter.pk}.json").json()
    assert told["service_request_id"] == private.matter.number
    root = document(client.get(f"{V2}/tokens/{private.matter.pk}.xml"), "service_requests")
    assert root.findtext("request/token") == str(private.matter.pk)
    assert client.get(f"{V2}/tokens/1234.json").status_code == 404


@pytest.mark.parametrize("extended", ["", "true"])
def test_many_cost_as_many_statements_as_one(client, here, django_assert_num_queries, extended):
    lately(Life(here, share=True).replied())
    counted = 10 if extended else 8

    def read():
        with django_assert_num_queries(counted):
            return client.get(f"{V2}/requests.json", {"extensions": extended})

    assert len(read().json()) == 1
    for _ in range(3):
        lately(Life(here, share=True).filed())
    assert len(read().json()) == 4


def test_what_no_xml_may_hold_is_replaced(client, shared):
    Matter.objects.filter(pk=shared.matter.pk).update(title="坏了\x0b<b>&\ufffe")
    root = document(client.get(f"{V2}/requests.xml"), "service_requests")
    assert root.findtext("request/description") == "坏了\ufffd<b>&\ufffd"


@pytest.mark.parametrize("scope", ["words", "whole"])
def test_what_was_hidden_tells_its_ground_alone(client, here, shared, key, scope):
    hide(shared, moderator(here, "head"), scope=scope, ground="insult")
    number = shared.matter.number
    for address in (f"{V2}/requests.json?extensions=true", f"{V2}/requests/{number}.json?extensions=true"):
        (told,) = check(EXTENDED, client.get(address))
        assert told["description"] == "已隐藏：侮辱谩骂或煽动"
        assert "电梯" not in str({**told, "service_name": ""})
        assert (told["address"] is None) is (scope == "whole")
        assert "hide_from_neighbours" in {note["type"] for note in told["notes"]}
    assert "电梯" not in document(client.get(f"{V2}/requests.xml"), "service_requests").findtext("request/description")
    (whole,) = check(REQUESTS, client.get(f"{V2}/requests/{number}.json", **bearer(key)))
    assert whole["description"] == shared.matter.title


def test_what_is_hidden_whole_is_found_by_no_service_code(client, here, shared):
    address = f"{V2}/requests.json?service_code={shared.matter.category}"
    assert ids(client.get(address)) == [shared.matter.number]
    hide(shared, moderator(here, "head"), scope="whole")
    assert ids(client.get(address)) == []
    assert ids(client.get(f"{V2}/requests.json")) == [shared.matter.number]
