"""Wordings of one's own unit: they fill a form, are read and completed by somebody, and never go out with a blank."""

from __future__ import annotations

import re

import pytest

from linli.domains.matters.models import Text
from linli.domains.requests.wording.models import Wording

ADDRESS = "/office/wordings/"
BODY = "您好，我们已于____月____日安排维修，请放心。"


@pytest.fixture
def handler(sign_in):
    return sign_in("handler")


@pytest.fixture
def keep(here, handler):
    def kept(title="安排维修", body=BODY, unit="property"):
        return handler.post(ADDRESS, {"unit": str(here.units[unit]), "title": title, "body": body})

    return kept


def test_a_wording_fills_the_form_and_nothing_is_sent_by_that(here, keep, handler, life):
    assert keep().status_code == 302
    walked = life("signed")
    said = Text.objects.count()
    page = handler.get(f"/office/matters/{walked.lead.number}/?act=answer").content.decode()
    address = re.search(r'href="([^"]*wording=[^"]*)"', page)[1].replace("&amp;", "&")
    page = handler.get(address).content.decode()
    assert BODY in page
    assert "请看过并填好" in page
    assert Text.objects.count() == said
    walked.matter.refresh_from_db()
    assert walked.matter.state == "signed"


def test_a_blank_left_open_is_refused_with_what_was_typed(handler, keep, life, refused):
    keep()
    walked = life("signed")
    sent = {"text": BODY, "version": walked.lead.version}
    page = refused(handler.post(f"/office/matters/{walked.lead.number}/acts/answer/", sent), 422, "还有没填的空")
    assert BODY in page
    walked.matter.refresh_from_db()
    assert walked.matter.state == "signed"
    sent["text"] = "您好，我们已于三月三日安排维修，请放心。"
    assert handler.post(f"/office/matters/{walked.lead.number}/acts/answer/", sent).status_code == 302


def test_it_is_kept_masked_and_only_for_the_own_unit(here, keep, handler, sign_in, refused):
    keep(body="请联系王居民13800001234")
    assert "13800001234" not in Wording.objects.get().body
    refused(keep(unit="water"), 422)
    assert "安排维修" in handler.get(ADDRESS).content.decode()
    assert "安排维修" not in sign_in("other_handler").get(ADDRESS).content.decode()
    refused(sign_in("other_handler").post(f"{ADDRESS}{Wording.objects.get().pk}/end/"), 404)
    refused(sign_in("supervisor").get(ADDRESS), 403)


def test_one_that_ended_is_offered_no_more(keep, handler, life):
    keep()
    handler.post(f"{ADDRESS}{Wording.objects.get().pk}/end/")
    walked = life("signed")
    assert "安排维修" not in handler.get(f"/office/matters/{walked.lead.number}/?act=answer").content.decode()


@pytest.mark.parametrize("wrong", [{"title": ""}, {"body": " "}, {"title": "长" * 41}], ids=str)
def test_a_wording_without_name_or_words_is_refused(keep, refused, wrong):
    refused(keep(**wrong), 422)
    assert not Wording.objects.exists()
