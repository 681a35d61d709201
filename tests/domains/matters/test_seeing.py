"""Who sees what: a post in a unit shows what the unit holds only with the right to handle it; elsewhere, nothing."""

from __future__ import annotations

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import DESK, HANDLER, MONDAY

from linli.domains.matters.engine import Move, open_matter, perform_many
from linli.domains.matters.models import Link, Matter, Text
from linli.domains.matters.opening_texts import open_text
from linli.domains.matters.queries import (
    Filters,
    get,
    get_by_number,
    get_many,
    get_own,
    get_shared,
    get_tracked,
    get_whole,
    linked_to,
    list_matters,
    readable_numbers,
    worklist,
    worklist_counts,
)
from linli.domains.matters.searching import search
from linli.domains.matters.seeing import may_read, may_see, visible_to
from linli.domains.matters.tracking import follower_of, new_code, tracked_by
from linli.domains.people.actor import ANYONE, SYSTEM, Actor, HeldPost
from linli.domains.people.roles import STANDARD
from linli.domains.requests.actions import open_contact, report
from linli.domains.requests.lifecycle import ASSIGNMENT, REQUEST
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.ids import new_id
from linli.kernel.refusal import NotFound
from linli.kernel.vault import Purpose

ALL = frozenset(DESK | HANDLER | {"requests.verify", "requests.call_back", "requests.supervise"})
RIGHTS = {role.code: frozenset(role.rights) for role in STANDARD}


def post(here, unit: str, rights, *, area: str = "willow") -> HeldPost:
    return HeldPost(new_id(), here.units[unit], "tested", here.places[area].path, frozenset(rights))


def staff(here, *posts: HeldPost) -> Actor:
    return Actor(account=here.desk.account, posts=posts)


def outsiders(here) -> dict[str, Actor]:
    """Everybody who has no part in the willow community's requests, by what they are."""
    elsewhere = {role.code: staff(here, post(here, "other_committee", role.rights, area="poplar")) for role in STANDARD}
    return elsewhere | {
        "all rights, elsewhere": staff(here, post(here, "other_committee", ALL, area="poplar")),
        "volunteer here": staff(here, post(here, "committee", RIGHTS["volunteer"])),
        "building leader here": staff(here, post(here, "committee", RIGHTS["building_leader"], area="building")),
        "rights elsewhere, a seat here": staff(
            here, post(here, "other_committee", ALL, area="poplar"), post(here, "committee", ())
        ),
        "administrator here": staff(here, post(here, "committee", RIGHTS["system_admin"])),
        "auditor here": staff(here, post(here, "committee", RIGHTS["audit_admin"])),
        "another unit": staff(here, post(here, "water", ("requests.handle",))),
        "neighbour": here.neighbour,
        "visitor": ANYONE,
        "with another's code": follower_of(new_id()),
        "on behalf of somebody else": Actor(person=here.resident.person, on_behalf_of=here.neighbour.person),
    }


@pytest.fixture
def walked(neighbourhood):
    return Life(neighbourhood).in_progress()


def test_nobody_without_a_part_reads_it_by_any_identifier(neighbourhood, walked):
    everything = list(Matter.objects.all())
    for name, actor in outsiders(neighbourhood).items():
        for matter in everything:
            assert not may_see(actor, matter), name
            assert not may_read(actor, matter), name
            for asked in (
                lambda matter=matter, actor=actor: get(matter.pk, by=actor),
                lambda matter=matter, actor=actor: get_by_number(matter.number, by=actor),
                lambda matter=matter, actor=actor: get_by_number(matter.number.lower(), by=actor),
                lambda matter=matter, actor=actor: get_whole(matter.number, by=actor),
                lambda matter=matter, actor=actor: get_own(matter.number, by=actor),
                lambda matter=matter: get_shared(matter.number),
            ):
                with pytest.raises(NotFound):
                    asked()
        assert get_many([matter.pk for matter in everything], by=actor) == [], name
        assert readable_numbers([matter.pk for matter in everything], by=actor) == {}, name


def test_no_list_search_or_figure_shows_it_to_them(neighbourhood, walked):
    for name, actor in outsiders(neighbourhood).items():
        for kind in ("request", "assignment"):
            assert list_matters(Filters(kind=kind), by=actor).rows == [], name
            assert search("电梯", by=actor, kind=kind) == [], name
            assert search(walked.matter.number, by=actor, kind=kind) == [], name
        assert worklist(by=actor) == [], name
        assert worklist_counts(by=actor, now=walked.at).total == 0, name


def test_no_act_is_theirs_and_none_tells_them_that_it_exists(neighbourhood, walked):
    acts = {
        "accept": life.Accept(),
        "comment": life.Comment(text="看看"),
        "withdraw": life.Withdraw(),
        "supervise": life.Supervise(),
        "judge": life.Judge(solved=True, satisfied=True),
    }
    for name, actor in outsiders(neighbourhood).items():
        moves = [Move(matter=walked.matter.pk, details=acts[verb]) for verb in acts]
        for move in moves:
            refused = perform_many([move], by=actor, at=walked.at).refused[walked.matter.pk]
            assert isinstance(refused, NotFound), (name, move.details.verb())
            unknown = perform_many([Move(matter=new_id(), details=move.details)], by=actor, at=walked.at).refused
            assert [str(each.sentence) for each in unknown.values()] == [str(refused.sentence)]


def test_no_word_and_no_contact_opens_to_them(neighbourhood, walked):
    for actor in outsiders(neighbourhood).values():
        for text in Text.objects.all():
            with pytest.raises(NotFound):
                open_text(text.pk, by=actor, purpose=Purpose.RESOLVE, at=walked.at)
        with pytest.raises(NotFound):
            open_contact(walked.matter.pk, by=actor, purpose=Purpose.CONTACT, at=walked.at)


def test_a_link_tells_nothing_about_what_its_reader_may_not_see(neighbourhood, walked):
    here = neighbourhood
    given = {"text": "同一部电梯", "place": here.places["poplar"].pk}
    there = open_matter("request", given, by=here.neighbour, at=MONDAY, origin=walked.matter.pk)
    assert Link.objects.count() == 1
    assert linked_to(there, by=here.neighbour) == []
    assert linked_to(there, by=here.stranger) == []
    assert [linked.number for linked in linked_to(there, by=SYSTEM)] == [walked.matter.number]


def test_each_part_reads_what_is_its_own(neighbourhood, walked):
    here = neighbourhood
    request, part = walked.matter, walked.lead
    sees = {
        "resident": {request},
        "desk": {request, part},
        "verifier": {request, part},
        "caller": {request, part},
        "supervisor": {request, part},
        "handler": {request, part},
    }
    for name, expected in sees.items():
        assert set(visible_to(getattr(here, name))) == expected, name
    worker = staff(here, post(here, "property", RIGHTS["property_worker"]))
    assert set(visible_to(worker)) == {part}
    assert get_whole(part.number, by=worker) == (part, request)
    assert may_read(worker, request)
    assert set(visible_to(follower_of(request.pk))) == {request}


def test_whoever_answers_for_the_unit_opens_the_residents_words(neighbourhood, walked):
    worker = staff(neighbourhood, post(neighbourhood, "property", RIGHTS["property_worker"]))
    said = Text.objects.get(matter=walked.matter, field="text")
    opened = open_text(said.pk, by=worker, purpose=Purpose.RESOLVE, at=walked.at)
    assert opened == "三号楼电梯坏了两天"


def test_the_resident_opens_what_they_were_told(neighbourhood, walked):
    told = Text.objects.filter(matter=walked.lead, audience="parties").first()
    assert told is not None
    assert open_text(told.pk, by=neighbourhood.resident, purpose=Purpose.OWN_COPY, at=walked.at)


def test_two_posts_do_not_lend_each_other_their_rights(neighbourhood, walked):
    here = neighbourhood
    both = staff(here, post(here, "water", HANDLER, area="poplar"), post(here, "property", ()))
    assert not may_see(both, walked.lead)
    assert visible_to(both).count() == 0


def test_memory_and_database_give_the_same_answer(neighbourhood, walked):
    everybody = [*outsiders(neighbourhood).values(), SYSTEM]
    everybody += [getattr(neighbourhood, name) for name in ("desk", "handler", "resident", "caller", "stranger")]
    for actor in everybody:
        seen = set(visible_to(actor).values_list("pk", flat=True))
        for matter in Matter.objects.all():
            assert may_see(actor, matter) == (matter.pk in seen)


def test_a_code_opens_its_own_request_and_no_guess_opens_any(neighbourhood):
    details = Report(text="路灯不亮", place=neighbourhood.building)
    first, second = (report(details, by=ANYONE, at=MONDAY) for _ in range(2))
    assert get_tracked(first.tracking_code).pk == first.matter.pk
    assert tracked_by(first.tracking_code.lower().replace("-", " ")) == first.matter.pk
    follower = follower_of(first.matter.pk)
    with pytest.raises(NotFound):
        get(second.matter.pk, by=follower)
    with pytest.raises(NotFound):
        get_own(second.matter.number, by=follower)
    for guess in (new_code(), "", "AAAA-AAAA-AAAA", first.tracking_code[:-1], second.matter.number, "%", "\x00"):
        assert tracked_by(guess) is None
        with pytest.raises(NotFound):
            get_tracked(guess)


def test_every_kind_says_which_right_shows_what_a_unit_holds():
    from linli.domains.matters.kinds import kinds
    from linli.domains.people.rights import known

    assert {kind.life.kind for kind in kinds()} >= {REQUEST.kind, ASSIGNMENT.kind}
    for kind in kinds():
        assert {kind.holder_right, kind.read_right} <= set(known())
