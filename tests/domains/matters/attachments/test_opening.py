"""Opening a file: by right, for a purpose, and never without a line that the resident reads."""

from __future__ import annotations

import pytest
from tests.domains.matters.attachments.made import picture
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.attachments import attach, open_attachment
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Attachment
from linli.domains.matters.queries import openings_of
from linli.domains.matters.tracking import follower_of
from linli.domains.people.actor import ANYONE, Actor, HeldPost
from linli.domains.requests.lifecycle import assignment as lead
from linli.kernel.ids import new_id
from linli.kernel.refusal import NotAllowed, NotFound, Refusal
from linli.kernel.vault import Purpose


@pytest.fixture
def walked(neighbourhood, take):
    """A request in progress, with a photo from the resident and one from the unit."""
    walked = Life(neighbourhood)
    attach(walked.matter.pk, [take(picture())], by=neighbourhood.resident, at=MONDAY)
    walked.in_progress()
    done = lead.ReportProgress(text="门机已拆下")
    perform(walked.lead.pk, done, by=neighbourhood.handler, at=walked.at, files=[take(picture("PNG"))])
    return walked


def theirs(walked) -> Attachment:
    return Attachment.objects.get(matter=walked.matter)


def of_the_unit(walked) -> Attachment:
    return Attachment.objects.get(matter__parent=walked.matter)


def opens(file: Attachment, by: Actor, purpose: Purpose = Purpose.RESOLVE, **more):
    return open_attachment(file.pk, by=by, purpose=purpose, at=MONDAY, **more)


def without_reading(walked, here, rights=("requests.handle",), unit="property") -> Actor:
    """Someone in a unit, with a post over the community but no right to read its requests."""
    post = HeldPost(new_id(), here.units[unit], "worker", here.places["willow"].path, frozenset(rights))
    return Actor(account=here.handler.account, posts=(post,))


def test_the_resident_and_whoever_shows_the_code_open_both(walked, neighbourhood):
    for actor in (neighbourhood.resident, follower_of(walked.matter.pk)):
        for file in (theirs(walked), of_the_unit(walked)):
            opened = opens(file, actor, Purpose.OWN_COPY)
            assert opened.mime == "image/jpeg"
            assert opened.content.startswith(b"\xff\xd8")
            assert opened.name.endswith(".jpg")


def test_the_desk_the_call_back_and_the_answering_unit_open_the_residents(walked, neighbourhood):
    here = neighbourhood
    for actor in (here.desk, here.caller, here.handler, without_reading(walked, here)):
        if actor is not here.caller and actor is not here.desk:
            assert opens(theirs(walked), actor).content
    caller = Actor(account=here.caller.account, posts=here.caller.posts)
    assert opens(theirs(walked), caller, Purpose.CALL_BACK).content


def test_a_checker_sees_the_work_done_but_not_what_the_resident_sent(walked, neighbourhood):
    assert opens(of_the_unit(walked), neighbourhood.verifier).content
    with pytest.raises(NotAllowed):
        opens(theirs(walked), neighbourhood.verifier)


def test_of_a_confidential_request_the_unit_opens_only_its_own(neighbourhood, take):
    walked = Life(neighbourhood, confidential=True)
    attach(walked.matter.pk, [take(picture())], by=neighbourhood.resident, at=MONDAY)
    walked.in_progress()
    done = lead.ReportProgress(text="看了现场")
    perform(walked.lead.pk, done, by=neighbourhood.handler, at=walked.at, files=[take(picture())])
    assert opens(of_the_unit(walked), neighbourhood.handler).content
    with pytest.raises(NotAllowed):
        opens(theirs(walked), neighbourhood.handler)


def test_whoever_may_not_know_of_the_matter_does_not_learn_of_its_files(walked, neighbourhood):
    here = neighbourhood
    strangers = (
        here.stranger,
        here.neighbour,
        ANYONE,
        follower_of(new_id()),
        without_reading(walked, here, rights=()),
        without_reading(walked, here, unit="water"),
    )
    for actor in strangers:
        for file in (theirs(walked), of_the_unit(walked)):
            for thumbnail in (False, True):
                with pytest.raises(NotFound):
                    opens(file, actor, thumbnail=thumbnail)
    with pytest.raises(NotFound):
        open_attachment(new_id(), by=here.resident, purpose=Purpose.OWN_COPY, at=MONDAY)


def test_every_opening_is_a_line_the_resident_reads_thumbnails_too(walked, neighbourhood):
    before = len(openings_of(walked.matter))
    opens(theirs(walked), neighbourhood.handler)
    opens(theirs(walked), neighbourhood.handler, thumbnail=True)
    lines = openings_of(walked.matter)
    assert len(lines) == before + 2
    assert [line.fields for line in lines[:2]] == [("file.thumbnail",), ("file.content",)]
    assert {line.by.account for line in lines[:2]} == {neighbourhood.handler.account}


def test_a_refused_opening_writes_no_line(walked, neighbourhood):
    before = len(openings_of(walked.matter))
    with pytest.raises(Refusal):
        opens(theirs(walked), neighbourhood.verifier)
    assert len(openings_of(walked.matter)) == before


def test_without_a_purpose_nothing_opens(walked, neighbourhood):
    with pytest.raises(Refusal):
        opens(theirs(walked), neighbourhood.handler, "because")


def test_a_thumbnail_is_smaller_and_a_recording_has_none(walked, neighbourhood):
    full, small = (opens(theirs(walked), neighbourhood.resident, thumbnail=each) for each in (False, True))
    assert len(small.content) < len(full.content)
