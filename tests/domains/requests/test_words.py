"""A resident's words: sealed in the original, masked in lists, committed to in the record, found by search."""

from __future__ import annotations

import json

from tests.domains.requests.lives import Life

from linli.domains.matters.models import SearchRow, Text
from linli.domains.matters.searching import search
from linli.kernel.record.models import Entry
from linli.kernel.vault.models import SealedValue

PHONE = "13800001234"
SAID = f"我叫李示范，电话{PHONE}，三号楼电梯坏了两天"


def test_the_masked_copy_holds_no_identifier(neighbourhood):
    walked = Life(neighbourhood, text=SAID)
    text = Text.objects.get(matter=walked.matter)
    assert PHONE not in text.body
    assert PHONE not in walked.matter.title
    assert "电梯坏了两天" in text.body


def test_the_original_is_sealed_under_the_residents_key(neighbourhood):
    walked = Life(neighbourhood, text=SAID)
    text = Text.objects.get(matter=walked.matter)
    assert text.owner == neighbourhood.resident.person
    sealed = SealedValue.objects.get(pk=text.sealed)
    assert PHONE.encode() not in bytes(sealed.sealed)


def test_the_record_holds_state_and_commitment_but_never_words(neighbourhood):
    walked = Life(neighbourhood, text=SAID)
    entries = [bytes(entry.body).decode() for entry in Entry.objects.all()]
    body = next(json.loads(entry)["body"] for entry in entries if walked.matter.number in entry)
    assert (body["number"], body["state"], body["category"]) == (walked.matter.number, "received", "home.lift")
    assert not any("电梯" in entry or PHONE in entry for entry in entries)
    assert any("commitments" in entry for entry in entries)


def test_any_two_characters_find_it_and_a_masked_number_does_not(neighbourhood):
    walked = Life(neighbourhood, text=SAID)
    found = [matter.pk for matter in search("梯坏", by=neighbourhood.desk, kind="request")]
    assert found == [walked.matter.pk]
    assert search(PHONE, by=neighbourhood.desk, kind="request") == []
    assert SearchRow.objects.count() == 1


def test_a_neighbour_finds_nothing(neighbourhood):
    Life(neighbourhood, text=SAID)
    assert search("电梯", by=neighbourhood.neighbour, kind="request") == []
