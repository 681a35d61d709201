"""Photos from before and after the work: sent with the act that shows it, looked at side by side, each look logged."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.office.test_files import photo

from linli.domains.matters.models import Attachment, Matter
from linli.kernel.vault import accesses


@pytest.fixture
def answered(life, sign_in):
    """The unit's answer with photos: `answered(files_before=…, files_after=…)`."""
    part = life("in_progress").lead

    def sent(verb="answer", **files):
        version = Matter.objects.get(pk=part.pk).version
        given = {"version": version, "text": "门机更换完毕", **files}
        return part, sign_in("handler").post(f"/office/matters/{part.number}/acts/{verb}/", given)

    return sent


def address(part) -> str:
    return f"/office/matters/{part.parent.number}/"


def test_photos_are_kept_with_what_they_show(answered):
    _, answer = answered(files_before=photo(), files_after=photo(), files=photo())
    assert answer.status_code == 302
    assert sorted(Attachment.objects.values_list("shows", flat=True)) == ["", "after", "before"]


def test_they_stand_side_by_side_for_a_purpose_and_each_look_is_logged(answered, sign_in):
    part, _ = answered(files_before=photo(), files_after=photo())
    verifier = sign_in("verifier")
    assert "并排查看并记录" in verifier.get(address(part)).content.decode()
    assert verifier.post(f"{address(part)}compare/").status_code == 422
    page = verifier.post(f"{address(part)}compare/", {"purpose": "supervise"}).content.decode()
    before, after = page.index("<figcaption>办理前"), page.index("<figcaption>办理后")
    assert before < page.index("data:image/jpeg;base64,") < after < page.rindex("data:image/jpeg;base64,")
    assert len(accesses(Matter.objects.get(pk=part.parent_id).opener_id)) == 2


def test_whoever_may_not_read_the_matter_sees_none(answered, sign_in):
    part, _ = answered(files_before=photo())
    assert sign_in("stranger").post(f"{address(part)}compare/", {"purpose": "resolve"}).status_code == 404


def test_only_photos_show_work(answered, refused):
    paper = SimpleUploadedFile("report.pdf", b"%PDF-1.7 broken")
    part, answer = answered(files_after=paper)
    refused(answer, 422)
    assert not Attachment.objects.exists()
    assert Matter.objects.get(pk=part.pk).state == "in_progress"


def test_a_recording_is_sent_elsewhere(answered, refused):
    from tests.domains.matters.attachments.made import sound_wav

    _, answer = answered(files_after=SimpleUploadedFile("voice.wav", sound_wav()))
    refused(answer, 422, "办理前后请用照片")


def test_other_acts_take_none(answered):
    _, answer = answered(verb="ask_resident", files_before=photo())
    assert answer.status_code == 302
    assert not Attachment.objects.exists()


def test_the_verifier_adds_what_they_saw(life, sign_in):
    walked = life("replied")
    given = {"version": walked.matter.version, "true_on_site": "true", "files_after": photo()}
    answer = sign_in("verifier").post(f"/office/matters/{walked.matter.number}/acts/verify/", given)
    assert answer.status_code == 302
    assert Attachment.objects.get().shows == "after"


def test_nothing_is_offered_where_nothing_was_sent(life, sign_in):
    walked = life("replied")
    assert "办理前后" not in sign_in("verifier").get(f"/office/matters/{walked.matter.number}/").content.decode()
