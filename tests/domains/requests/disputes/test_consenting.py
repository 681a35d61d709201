"""Nobody is mediated against their will, and nobody learns what was said in confidence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.disputes.lives import PHONE, SHEET, Talks
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import open_attachment
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Attachment, Event, Matter, Text
from linli.domains.matters.opening_texts import open_text
from linli.domains.matters.queries import get, list_shared, worklist
from linli.domains.matters.queries.listing import Filters
from linli.domains.people.actor import ANYONE
from linli.domains.people.models import Person
from linli.domains.requests.disputes.actions import Application, apply
from linli.domains.requests.disputes.lifecycle import disputant as party
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import sessions
from linli.domains.requests.disputes.states import NO_AGREEMENT
from linli.kernel.record.models import Entry
from linli.kernel.refusal import NotAllowed, NotFound, Refusal
from linli.kernel.vault import Purpose

pytestmark = pytest.mark.django_db


def test_it_begins_when_both_want_it_and_not_before(neighbourhood):
    talks = Talks(neighbourhood).invited()
    talks.does(party.Agree(read=True), neighbourhood.resident, on=talks.first)
    assert talks.dispute.state == "invited"
    talks.does(party.Agree(read=True), talks.other, on=talks.second)
    assert talks.dispute.state == "mediating"


def test_who_has_not_read_their_rights_has_not_agreed(neighbourhood):
    talks = Talks(neighbourhood).invited()
    with pytest.raises(Refusal, match="notice of rights"):
        perform(talks.first.pk, party.Agree(read=False), by=neighbourhood.resident, at=talks.at)


def test_one_who_does_not_want_it_ends_it_for_both(neighbourhood):
    talks = Talks(neighbourhood).invited()
    talks.does(party.Decline(), talks.other, on=talks.second)
    assert (talks.dispute.state, talks.first.state, talks.second.state) == ("no_agreement", "over", "declined")
    assert "法院" in NO_AGREEMENT.meaning.zh


@pytest.mark.parametrize("state", ["mediating", "to_sign", "signed"])
def test_either_may_end_it_until_it_binds(neighbourhood, state):
    talks = getattr(Talks(neighbourhood), state)()
    talks.does(party.Leave(), neighbourhood.resident, on=talks.first)
    assert talks.dispute.state == "no_agreement"
    assert not Matter.objects.filter(parent=talks.dispute, closed_at=None).exists()


def test_once_it_binds_nobody_leaves_it(neighbourhood):
    talks = Talks(neighbourhood).in_effect()
    with pytest.raises(Refusal):
        perform(talks.first.pk, party.Leave(), by=neighbourhood.resident, at=talks.at)


def test_the_other_is_found_by_their_phone_and_written_down_nowhere(neighbourhood):
    talks = Talks(neighbourhood).invited()
    assert talks.second.opener_id == talks.other.person
    words = [*Text.objects.filter(matter__in=[talks.dispute, talks.second]).values_list("body", flat=True)]
    coded = [*Event.objects.values_list("details", flat=True)]
    assert PHONE not in f"{words}{coded}"
    assert "李" not in f"{words}{coded}"


def test_somebody_without_a_phone_is_asked_in_person(neighbourhood):
    talks = Talks(neighbourhood)
    talks.does(life.Invite(name="王某某"), talks.mediator)
    assert talks.second.opener_id != talks.other.person
    said = party.AgreeInPerson(how="paper", read=True)
    talks.does(said, talks.mediator, on=talks.second)
    assert talks.second.state == "takes_part"


def test_a_unit_can_be_the_other_party(neighbourhood):
    from tests.neighbourhood import staff_member

    talks = Talks(neighbourhood)
    talks.does(life.Invite(unit=neighbourhood.units["property"]), talks.mediator)
    manager = staff_member(neighbourhood, "manager", "property", {"disputes.answer"})
    assert talks.second in worklist(by=manager)
    talks.does(party.Agree(read=True), manager, on=talks.second)
    assert talks.second.state == "takes_part"
    with pytest.raises(NotFound):
        get(talks.first.pk, by=manager)


def test_nobody_is_their_own_opponent(neighbourhood):
    talks = Talks(neighbourhood)
    again = apply(
        Application(about="noise", place=neighbourhood.building, text="吵"), by=talks.other, at=talks.at
    ).parent
    with pytest.raises(Refusal, match="applicant"):
        perform(again.pk, life.Invite(name="李某某", phone=PHONE), by=talks.mediator, at=talks.at)
    assert Person.objects.filter(pk=talks.other.person).exists()


def test_one_other_party_is_named_a_person_or_a_unit(neighbourhood):
    talks = Talks(neighbourhood)
    for details in (life.Invite(), life.Invite(name="王某某", unit=neighbourhood.units["property"])):
        with pytest.raises(Refusal, match="Name the other party"):
            perform(talks.dispute.pk, details, by=talks.mediator, at=talks.at)


def test_only_who_is_known_applies(neighbourhood):
    with pytest.raises(Refusal, match="Sign in"):
        apply(Application(about="noise", place=neighbourhood.building, text="吵"), by=ANYONE, at=MONDAY)
    assert not Matter.objects.exists()


def test_what_one_party_confides_the_other_never_reads(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    talks.does(party.Confide(text="我愿意让一步"), neighbourhood.resident, on=talks.first)
    secret = Text.objects.get(matter=talks.first, field="text", body="我愿意让一步")
    assert open_text(secret.pk, by=talks.mediator, purpose=Purpose.MEDIATE, at=talks.at) == "我愿意让一步"
    assert open_text(secret.pk, by=neighbourhood.resident, purpose=Purpose.OWN_COPY, at=talks.at) == "我愿意让一步"
    for reader in (talks.other, neighbourhood.neighbour, neighbourhood.desk, neighbourhood.supervisor):
        with pytest.raises((NotAllowed, NotFound)):
            open_text(secret.pk, by=reader, purpose=Purpose.OWN_COPY, at=talks.at)
    with pytest.raises(NotFound):
        get(talks.first.pk, by=talks.other)


def test_minutes_are_read_by_both_and_the_mediators_notes_by_neither(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    held = sessions.HoldSession(held_on=talks.at.date(), present="双方", minutes="双方各自陈述")
    talks.does(held, talks.mediator).does(life.NoteToFile(note="一方情绪激动"), talks.mediator)
    minutes, note = (Text.objects.get(matter=talks.dispute, field=field) for field in ("minutes", "note"))
    for reader in (neighbourhood.resident, talks.other):
        assert open_text(minutes.pk, by=reader, purpose=Purpose.OWN_COPY, at=talks.at) == "双方各自陈述"
        with pytest.raises(NotAllowed):
            open_text(note.pk, by=reader, purpose=Purpose.OWN_COPY, at=talks.at)
    for reader in (neighbourhood.neighbour, neighbourhood.desk):
        with pytest.raises(NotFound):
            open_text(minutes.pk, by=reader, purpose=Purpose.OWN_COPY, at=talks.at)


def test_it_stands_in_no_public_list_and_on_no_record(neighbourhood):
    Talks(neighbourhood).closed()
    assert not list_shared(Filters(kind="dispute")).rows
    assert not Entry.objects.exists()


def test_the_mediator_is_asked_and_the_desk_sees_nothing(neighbourhood):
    talks = Talks(neighbourhood)
    assert talks.dispute in worklist(by=talks.mediator)
    with pytest.raises(NotFound):
        get(talks.dispute.pk, by=neighbourhood.desk)


def test_silence_is_no_consent(neighbourhood):
    talks = Talks(neighbourhood).invited()
    due = talks.dispute.due_at
    assert due - talks.at < timedelta(days=9)
    assert talks.dispute.state == "invited"


def test_a_photo_with_the_mediators_note_is_as_closed_as_the_note(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    talks.does(life.NoteToFile(note="现场情况"), talks.mediator, files=(SHEET,))
    photo = Attachment.objects.get(matter=talks.dispute)
    assert open_attachment(photo.pk, by=talks.mediator, purpose=Purpose.MEDIATE, at=talks.at).content == SHEET.content
    for reader in (neighbourhood.resident, talks.other):
        with pytest.raises(NotAllowed):
            open_attachment(photo.pk, by=reader, purpose=Purpose.OWN_COPY, at=talks.at)


def test_a_signed_sheet_is_read_by_its_party_and_not_by_the_other(neighbourhood):
    talks = Talks(neighbourhood).to_sign()
    sheet = party.SignOnPaper(held_on=talks.at.date())
    talks.does(sheet, talks.mediator, on=talks.first, files=(SHEET,))
    photo = Attachment.objects.get(matter=talks.first)
    opened = open_attachment(photo.pk, by=neighbourhood.resident, purpose=Purpose.OWN_COPY, at=talks.at)
    assert opened.content == SHEET.content
    with pytest.raises((NotAllowed, NotFound)):
        open_attachment(photo.pk, by=talks.other, purpose=Purpose.OWN_COPY, at=talks.at)
