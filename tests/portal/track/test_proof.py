"""One's own words can be proven to others by a file: for their owner alone, logged, and no longer once forgotten."""

from pathlib import Path

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS, Browser

from linli.domains.matters.forgetting import forget
from linli.domains.matters.models import Event, Text
from linli.domains.matters.proving_texts import Unprovable, prove_text
from linli.kernel.auditing import Audit, Directory, Outcome, audit, check_opening, parse_opening
from linli.kernel.record import Publisher, all_logs, number_pending, policy_text, waiting
from linli.kernel.refusal import Refusal
from linli.kernel.tlog import parse_policy
from linli.kernel.vault import Purpose, accesses

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def filed(here, settings, tmp_path):
    settings.RECORD, settings.RECORD_KEYS = str(tmp_path / "record"), tmp_path / "signing"
    settings.RECORD_WITNESSES = tmp_path / "none"
    life = Life(here, text=WORDS)
    publish()
    return Text.objects.get(matter=life.matter, field="text")


def publish():
    while waiting():
        number_pending()
    for head in all_logs():
        while Publisher(head.name).publish():
            pass


def verdicts(settings):
    policy = parse_policy(policy_text().encode())
    return {
        audit(Audit(Directory(Path(settings.RECORD, head.name)), policy)).outcome for head in all_logs() if head.size
    }


def test_the_owner_downloads_a_file_that_anybody_can_check(here, resident, filed):
    page = resident.send(f"/track/{filed.matter.number}/words/{filed.pk}/", status=200)
    assert "下载证明" in page.words
    answer = resident.post(f"/track/{filed.matter.number}/words/{filed.pk}/proof/")
    assert answer.status_code == 200, answer.content.decode()[:500]
    opening = parse_opening(answer.content)
    proven = check_opening(opening, parse_policy(policy_text().encode()))
    assert opening.value == WORDS
    assert proven.entry["id"] == str(Event.objects.get(pk=filed.event_id).entry)


def test_asking_for_it_is_in_the_list_of_who_saw_my_data(here, filed):
    before = len(accesses(here.resident.person))
    prove_text(filed.pk, by=here.resident, at=MONDAY)
    after = accesses(here.resident.person)
    assert len(after) == before + 1
    assert [each.purpose for each in after].count(Purpose.OWN_PROOF) == 1


def test_nobody_else_gets_it(here, filed):
    for other in (here.neighbour, here.desk):
        with pytest.raises(Refusal):
            prove_text(filed.pk, by=other, at=MONDAY)
    assert Browser().post(f"/track/{filed.matter.number}/words/{filed.pk}/proof/").status_code in (403, 404)


def test_once_forgotten_the_words_are_unprovable_and_the_record_stays_true(here, filed, settings):
    opening = parse_opening(prove_text(filed.pk, by=here.resident, at=MONDAY))
    size = {head.name: (head.size, head.root) for head in all_logs()}
    forget(here.resident.person, at=MONDAY)
    with pytest.raises(Unprovable):
        prove_text(filed.pk, by=here.resident, at=MONDAY)
    publish()
    assert {head.name: (head.size, head.root) for head in all_logs()} == size
    assert verdicts(settings) == {Outcome.TRUE}
    assert check_opening(opening, parse_policy(policy_text().encode())).index == opening.proof.index
