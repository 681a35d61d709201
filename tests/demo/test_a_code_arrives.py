"""A code asked for in the demo goes by event, job and signed call to the stand-in gateway, and into its outbox."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import include, path
from django.utils import timezone, translation

from linli.demo import outbox
from linli.demo.outbox import EmailBackend, Sent
from linli.domains.delivery import queries
from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.jobs import empty_outbox
from linli.domains.delivery.models import Message, Sending
from linli.domains.people.signin.actions import ask_code
from linli.domains.people.signin.codes import code_of
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Device
from linli.kernel.jobs import run_due

HERE = Visit(mark=mark("network", "192.0.2.1"), network="192.0.2.0/24", device=Device.PHONE)
urlpatterns = [path("demo/", include("linli.demo.urls")), path("design/", include("linli.design.urls"))]


@pytest.fixture(autouse=True)
def demo(tmp_path, settings):
    settings.DEMO, settings.HOME = True, tmp_path
    settings.SMS_KEY, settings.SMS_SECRET, settings.SMS_APP, settings.SMS_SIGN = "AKIDdemo", "made up", "1400", "邻里"
    settings.ROOT_URLCONF = __name__


@pytest.mark.django_db(transaction=True)
def test_the_code_lies_in_the_outbox_and_nowhere_else(live_server, settings):
    settings.SMS_URL = f"{live_server.url}/demo/sms-gateway"
    with translation.override("zh-hans"):
        challenge = ask_code("13800000001", visit=HERE, at=timezone.now())
    run_due()
    (sent,) = outbox.sent()
    assert sent.to == "+8613800000001"
    assert f"您的登录验证码是{code_of(challenge)}，5分钟内有效" in sent.text
    assert queries.sendings()[Channel.SMS] == {Progress.SENT: 1}
    kept = str(Message.objects.values()) + str(Sending.objects.values())
    assert code_of(challenge) not in kept
    assert "13800000001" not in kept


@pytest.mark.django_db(transaction=True)
def test_a_code_that_ran_out_is_not_sent(live_server, settings):
    settings.SMS_URL = f"{live_server.url}/demo/sms-gateway"
    ask_code("13800000001", visit=HERE, at=timezone.now())
    settings.SMS_URL = "http://127.0.0.1:9/"
    run_due()
    Sending.objects.update(due_at=timezone.now(), until=timezone.now() - timedelta(seconds=1))
    settings.SMS_URL = f"{live_server.url}/demo/sms-gateway"
    empty_outbox()
    assert (Sending.objects.get().progress, outbox.sent()) == (Progress.LAPSED, [])


@pytest.mark.django_db
def test_the_page_shows_what_arrived_newest_first():
    for n in range(3):
        outbox.put(Sent("sms", "+8613800000001", f"第 {n} 条", timezone.now().isoformat(), str(n)))
    page = Client().get("/demo/outbox/").content.decode()
    assert page.index("第 2 条") < page.index("第 0 条")


@pytest.mark.django_db
def test_an_unsigned_call_is_refused_as_the_service_does():
    answer = Client().post("/demo/sms-gateway", "{}", content_type="application/json").json()
    assert answer["Response"]["Error"]["Code"] == "AuthFailure.InvalidAuthorization"


def test_e_mail_of_the_demo_stays_here():
    message = EmailMessage("题", "文", to=["lin@linli.example"])
    EmailBackend().send_messages([message])
    assert [(sent.channel, sent.to) for sent in outbox.sent()] == [("email", "lin@linli.example")]


def test_half_a_line_from_another_process_is_waited_for(tmp_path):
    outbox.put(Sent("sms", "+8613800000001", "整", timezone.now().isoformat(), "1"))
    with (tmp_path / "demo" / "outbox.jsonl").open("a") as file:
        file.write('{"channel": "sms", "to"')
    assert [sent.text for sent in outbox.sent()] == ["整"]
