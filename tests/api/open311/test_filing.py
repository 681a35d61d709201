"""Filing over Open311: by key alone, placed by point, words or identifier, sealed like any other request."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.api.open311.conftest import LAT, LON, V2
from tests.api.open311.published import ERRORS, FILED, check, document
from tests.api.test_operations import token_for
from tests.domains.matters.attachments.made import picture
from tests.neighbourhood import DESK, MONDAY

from linli.domains.matters.models import Attachment, Matter, Text
from linli.domains.matters.queries import get_tracked
from linli.domains.people.models import Person
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.places.models import Place
from linli.domains.requests.models import Request
from linli.kernel.geo.datums import Datum, convert

WORDS = "三号楼的电梯从昨天起就不动了"


@pytest.fixture
def file(client, here, key):
    """Sends a report; answers what came back."""

    def sent(form="json", /, *, headers=None, **given):
        usual = {"api_key": key, "service_code": "home.lift", "description": WORDS}
        usual |= {"address_string": "柳荫社区3号楼"}
        typed = {name: value for name, value in (usual | given).items() if value is not None}
        return client.post(f"{V2}/requests.{form}", typed, headers=headers or {})

    return sent


def test_it_is_filed_and_answered_in_json(file, here):
    (told,) = check(FILED, file())
    matter = Matter.objects.get(number=told["service_request_id"])
    assert (matter.place_id, matter.category, matter.visibility) == (here.building, "home.lift", "private")
    assert matter.title.startswith(WORDS)
    assert Request.objects.get(pk=matter.pk).channel == "api"
    code = told["service_notice"].partition("查询码 ")[2][:14]
    assert get_tracked(code) == matter
    assert told["token"] == str(matter.pk)


def test_it_is_answered_in_xml(file):
    root = document(file("xml"), "service_requests")
    assert Matter.objects.get().number == root.findtext("request/service_request_id")


def test_a_point_of_a_phone_finds_the_building_on_a_shifted_map(file, here):
    long, lat = convert(LON, LAT, from_=Datum.GCJ02, to=Datum.WGS84)
    check(FILED, file(address_string=None, lat=str(lat), long=str(long)))
    assert Matter.objects.get().place_id == here.building
    assert f"{lat}" in Text.objects.get().body


def test_an_identifier_is_taken_as_it_was_told(file, here):
    for named in (here.building, "110101001001"):
        check(FILED, file(address_string=None, address_id=str(named)))
    assert set(Matter.objects.values_list("place", flat=True)) == {here.building, here.places["willow"].pk}


def test_an_address_that_names_only_its_community_belongs_to_it(file, here):
    check(FILED, file(address_string="柳荫街道柳荫社区东门外"))
    assert Matter.objects.get().place_id == here.places["willow"].pk


def test_a_building_that_two_communities_have_needs_its_community(file, here):
    poplar = here.places["poplar"]
    Place.objects.create(
        name="3号楼", kind="building", parent=poplar, position=1, path=f"{poplar.path}b1.", active_from=MONDAY
    )
    assert check(ERRORS, file(address_string="3号楼"))[0]["description"].startswith("请说明地点")
    check(FILED, file(address_string="白杨社区3号楼"))
    assert Matter.objects.get().path == f"{poplar.path}b1."


def test_it_says_how_urgent_it_is_and_whether_it_is_shared(file):
    given = {"attribute[urgency]": "emergency", "attribute[share]": "true", "attribute[kind]": ""}
    check(FILED, file(**given))
    assert Matter.objects.get().facts["urgency"] == "emergency"
    assert Matter.objects.get().visibility == "shared"


def test_who_reports_is_sealed(file):
    given = {"first_name": "示例", "last_name": "李", "phone": "13800001234", "email": "a@example.com"}
    check(FILED, file(**given, description=f"{WORDS}，电话13800001234"))
    assert Person.objects.exclude(phone_ref=None).exclude(name_ref=None).exclude(email_ref=None).count() == 1
    assert "13800001234" not in Text.objects.get().body + Matter.objects.get().title


def test_pictures_come_with_the_form_and_addresses_of_pictures_are_only_kept_as_words(file):
    photo = SimpleUploadedFile("p.jpg", picture(), content_type="image/jpeg")
    check(FILED, file(media=photo, media_url="http://169.254.169.254/latest/meta-data"))
    assert Attachment.objects.get().mime == "image/jpeg"
    assert "169.254.169.254" in Text.objects.get().body


def test_sent_again_under_one_key_it_is_filed_once(file):
    first, again = (file(headers={"Idempotency-Key": "k-1"}) for _ in range(2))
    assert check(FILED, first) == check(FILED, again)
    assert Matter.objects.count() == 1


def test_the_key_may_come_in_the_header(file, key):
    check(FILED, file(api_key=None, headers={"Authorization": f"Bearer {key}"}))


REFUSED = [
    ({"api_key": None}, 403),
    ({"api_key": "linli_wrong"}, 403),
    ({"service_code": None}, 400),
    ({"service_code": "no.such"}, 404),
    ({"description": " "}, 400),
    ({"description": "长" * 4001}, 400),
    ({"description": "a\0b"}, 400),
    ({"address_string": None}, 400),
    ({"address_string": "上海市南京路"}, 400),
    ({"address_string": None, "lat": "39.9"}, 400),
    ({"lat": "nan", "long": "116"}, 400),
    ({"lat": "95", "long": "116"}, 400),
    ({"address_string": None, "lat": "0", "long": "0"}, 400),
    ({"address_id": "00000000-0000-0000-0000-000000000000"}, 400),
    ({"address_id": "nowhere"}, 400),
    ({"attribute[colour]": "red"}, 400),
    ({"attribute[urgency]": "yesterday"}, 400),
    ({"phone": "12"}, 400),
    ({"email": "nobody"}, 400),
    ({"jurisdiction_id": "sfgov.org"}, 404),
    ({"media": SimpleUploadedFile("p.jpg", b"<script>", content_type="image/jpeg")}, 400),
]


@pytest.mark.parametrize(("given", "status"), REFUSED)
def test_it_is_refused_in_a_sentence_and_nothing_is_filed(file, given, status):
    answer = file(**given)
    assert (answer.status_code, check(ERRORS, answer)[0]["code"]) == (status, status)
    assert Matter.objects.count() == 0


def test_a_key_for_reading_does_not_file(file, here):
    reading = token_for(here, "caller", DESK, purposes=[TokenPurpose.READ], unit="office")
    answer = file(api_key=reading)
    assert (answer.status_code, "提交诉求" in check(ERRORS, answer)[0]["description"]) == (403, True)


def test_a_broken_form_is_refused(client, here):
    answer = client.generic("POST", f"{V2}/requests.json", b"--x\r\nbroken", content_type="multipart/form-data")
    assert (answer.status_code, check(ERRORS, answer)[0]["code"]) == (400, 400)


NAMES = st.sampled_from(
    [
        "service_code",
        "description",
        "lat",
        "long",
        "address_string",
        "address_id",
        "email",
        "phone",
        "first_name",
        "last_name",
        "media_url",
        "device_id",
        "account_id",
        "attribute[share]",
        "attribute[]",
        "jurisdiction_id",
    ]
)
TYPED = st.text(max_size=60) | st.floats().map(str) | st.sampled_from(["home.lift", "柳荫社区3号楼", "true", WORDS])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.dictionaries(NAMES, TYPED, max_size=8), form=st.sampled_from(["json", "xml"]))
def test_nothing_typed_breaks_it(here, key, monkeypatch, given, form):
    monkeypatch.setattr("linli.api.open311.keys.spend", lambda uses, *, at: None)
    usual = {"service_code": "home.lift", "description": WORDS, "address_string": "柳荫社区3号楼", "api_key": key}
    answer = Client().post(f"{V2}/requests.{form}", usual | given)
    assert answer.status_code in (200, 400, 404)
    document(answer, "service_requests" if answer.status_code == 200 else "errors") if form == "xml" else answer.json()
