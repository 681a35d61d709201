"""Suggestions: rules first, the model second, otherwise a person; what people decide is noted and learned from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.domains.requests.routing.texts import SAID
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import open_matter, perform
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.routing.actions import NewRule, add_rule, choose_version, drafted, end_rule
from linli.domains.requests.routing.jobs import learn
from linli.domains.requests.routing.models import ModelVersion, RoutingRule, Suggestion
from linli.domains.requests.routing.queries import overview, suggested_for, try_rule
from linli.domains.requests.routing.training import train_anew
from linli.kernel.jobs import run_due
from linli.kernel.refusal import Invalid, NotAllowed, NotFound

pytestmark = pytest.mark.django_db

MARK = ("昨晚开始", "孩子上学绕远", "物业没人接电话", "冬天路滑", "去年修过")


@pytest.fixture
def here(neighbourhood):
    return neighbourhood


@pytest.fixture
def past(here):
    """Requests the desk accepted: five of each kind, the lifts' sent to the property company."""
    for category, said in SAID.items():
        for text, mark in zip(said, MARK, strict=True):
            one = Life(here, text=f"{text}，{mark}", category="other.other")
            one.does(life.Accept(category=category), here.desk)
            if category == "home.lift":
                one.does(life.Dispatch(unit=here.units["property"]), here.desk)
    run_due()


def filed(here, text, at=MONDAY + timedelta(days=1)):
    given = {"text": text, "place": here.building, "category": "other.other"}
    return open_matter("request", given, by=here.resident, at=at)


def everywhere(here):
    post = replace(here.desk.posts[0], area=here.places["subdistrict"].path)
    return replace(here.desk, posts=(post,))


def suggested(matter):
    run_due()
    return Suggestion.objects.get(pk=matter.pk)


def rule(here, **changes):
    given = {"words": ["电梯"], "place": here.places["willow"].pk, "category": "home.lift"} | changes
    return NewRule(**given)


def test_a_rule_speaks_first_and_says_its_words(here, past):
    train_anew(at=MONDAY)
    set_ = add_rule(rule(here, category="safety.fire", words=["充电", "电梯"]), by=here.desk, at=MONDAY)
    found = suggested(filed(here, "有人把电动车推进电梯"))
    assert (found.category, found.words, found.rule_id, found.version_id) == ("safety.fire", ["电梯"], set_, None)


def test_without_rule_and_model_a_person_decides_alone(here):
    found = suggested(filed(here, "楼道灯不亮"))
    assert (found.category, found.receiver, found.rule, found.version) == ("", None, None, None)
    assert filed(here, "楼道灯不亮").category == "other.other"


def test_nothing_is_done_by_itself(here, past):
    add_rule(rule(here, receiver=here.units["property"]), by=here.desk, at=MONDAY)
    matter = filed(here, "电梯坏了")
    suggested(matter)
    matter.refresh_from_db()
    assert (matter.state, matter.category) == ("received", "other.other")
    assert "lead_unit" not in matter.facts


def test_the_unit_most_like_requests_went_to_is_suggested_with_how_many(here, past):
    add_rule(rule(here), by=here.desk, at=MONDAY)
    found = suggested(filed(here, "电梯又停了"))
    assert (found.receiver_id, found.received_so, found.received_all) == (here.units["property"], 5, 5)


def test_similar_past_requests_stand_beside_it_as_far_as_the_reader_may_see_them(here, past):
    matter = filed(here, "电梯停在半层按了没反应，昨晚又来")
    suggested(matter)
    near = suggested_for(matter, by=here.desk).similar
    assert near[0].title.startswith("电梯停在半层")
    assert suggested_for(matter, by=here.stranger).similar == []


def test_an_unsure_model_abstains(here, past):
    version = train_anew(at=MONDAY)
    found = suggested(filed(here, "想问问周末有没有活动"))
    assert found.version == version
    assert found.category == ""
    assert found.confidence < 0.9


def test_what_the_desk_decides_is_noted_and_counts_as_a_correction(here, past):
    add_rule(rule(here), by=here.desk, at=MONDAY)
    matter = filed(here, "电梯里有人吸烟")
    suggested(matter)
    perform(matter.pk, life.Accept(category="street.noise"), by=here.desk, at=MONDAY + timedelta(days=2))
    perform(matter.pk, life.Dispatch(unit=here.units["water"]), by=here.desk, at=MONDAY + timedelta(days=2))
    found = suggested(matter)
    assert (found.decided_category, found.decided_receiver_id) == ("street.noise", here.units["water"])
    seen = overview(by=here.desk)
    assert [each.matter.pk for each in seen.corrected] == [matter.pk]


def test_a_version_learns_from_decisions_and_an_older_one_can_speak_again(here, past):
    first = train_anew(at=MONDAY)
    second = train_anew(at=MONDAY + timedelta(days=1))
    assert (first.number, second.number) == (1, 2)
    assert (second.trained_on, second.categories) == (15, 3)
    assert ModelVersion.objects.get(active=True) == second
    whole = everywhere(here)
    choose_version(1, by=whole, at=MONDAY)
    assert ModelVersion.objects.get(active=True) == first
    with pytest.raises(NotFound):
        choose_version(9, by=whole, at=MONDAY)
    with pytest.raises(NotAllowed):
        choose_version(2, by=here.desk, at=MONDAY)


def test_a_worse_version_waits_for_a_person(here, past):
    first = train_anew(at=MONDAY)
    ModelVersion.objects.update(accuracy=first.accuracy + 0.05)
    assert train_anew(at=MONDAY).active is False
    assert ModelVersion.objects.get(active=True) == first


def test_one_category_alone_trains_nothing_and_the_job_does_not_fail(here):
    for text in SAID["home.lift"]:
        Life(here, text=text, category="home.lift").filed()
    with pytest.raises(Invalid) as refused:
        train_anew(at=MONDAY)
    assert "home.lift" in refused.value.sentence.in_language("zh-hans")
    learn()
    assert not ModelVersion.objects.exists()


def test_a_rule_is_tried_over_history_and_changes_nothing(here, past):
    draft = drafted(rule(here, words=["电梯"]), by=here.desk, at=MONDAY)
    seen = try_rule(draft, by=here.desk)
    assert (seen.tried.looked_at, seen.tried.speaks, seen.tried.agrees) == (15, 4, 4)
    assert not RoutingRule.objects.exists()
    other = drafted(rule(here, category="street.noise"), by=here.desk, at=MONDAY)
    assert len(try_rule(other, by=here.desk).tried.differs) == 4


def test_rules_that_match_everything_or_nothing_or_contradict_are_named(here, past):
    for number in range(6):
        Life(here, text=f"第{number}次来问垃圾的事", category="street.rubbish").filed()
    add_rule(rule(here, words=["垃圾", "公交", "电梯"]), by=here.desk, at=MONDAY)
    add_rule(rule(here, words=["潜水艇"]), by=here.desk, at=MONDAY)
    add_rule(rule(here, words=["电梯"], category="street.noise"), by=here.desk, at=MONDAY)
    wrong = {"/".join(one.rule.words): [each.en for each in one.wrong] for one in overview(by=here.desk).rules}
    assert any("nothing from anything" in each for each in wrong["垃圾/公交/电梯"])
    assert any("speaks for none" in each for each in wrong["潜水艇"])
    assert any("contradicts" in each for each in wrong["电梯"])
    assert any("contradicts" in each for each in wrong["垃圾/公交/电梯"])


@pytest.mark.parametrize(
    "changes",
    [{"words": []}, {"words": ["一"]}, {"words": ["很" * 25]}, {"category": ""}, {"category": "no.such"}],
)
def test_a_rule_that_says_nothing_is_refused(here, changes):
    with pytest.raises(Invalid):
        add_rule(rule(here, **changes), by=here.desk, at=MONDAY)
    assert not RoutingRule.objects.exists()


def test_only_whoever_dispatches_there_sets_and_ends_rules(here):
    with pytest.raises(NotAllowed):
        add_rule(rule(here), by=here.handler, at=MONDAY)
    set_ = add_rule(rule(here), by=here.desk, at=MONDAY)
    with pytest.raises(NotAllowed):
        end_rule(set_, by=here.handler, at=MONDAY)
    end_rule(set_, by=here.desk, at=MONDAY)
    assert suggested(filed(here, "电梯坏了")).rule is None
    assert RoutingRule.objects.get().ended_at == MONDAY


def test_the_narrower_area_decides(here):
    root = here.places["willow"].parent
    add_rule(rule(here, category="street.noise"), by=here.desk, at=MONDAY)
    wide = RoutingRule.objects.create(
        words=["电梯"], place=root, category="safety.fire", added_at=MONDAY + timedelta(days=1)
    )
    found = suggested(filed(here, "电梯坏了"))
    assert found.rule != wide
    assert found.category == "street.noise"


def test_doors_do_not_load_numpy():
    import subprocess
    import sys

    program = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'linli.config.settings'; django.setup();"
        "import linli.config.urls, linli.domains.requests.routing.queries; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
