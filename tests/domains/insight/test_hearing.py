"""Who is heard less than their number: by homes, never of few."""

from __future__ import annotations

from linli.domains.insight.hearing import ELSEWHERE, heard

BY = {"weeks": 13, "least": 10, "homes_least": 10, "percent": 50}
HOMES = [("s1.c1.", 300), ("s1.c2.", 300), ("s1.c3.", 4)]


def test_a_place_far_below_its_share_is_named():
    doors = [("s1.c1.", "s1.c1.b1.", "web", 80), ("s1.c2.", "s1.c2.b1.", "phone", 12)]
    told = heard("s1.", doors, HOMES, by=BY)
    assert told["places"] == {"s1.c1.": [300, 80], "s1.c2.": [300, 12]}
    assert told["less"] == ["s1.c2."]
    assert told["channels"] == {"phone": 12, "web": 80}
    assert (told["received"], told["suppressed"], told["small"]) == (92, 0, 1)


def test_a_place_with_nothing_at_all_is_named_too_and_its_count_is_hidden_with_another():
    told = heard("s1.", [("s1.c1.", "s1.c1.b1.", "web", 80)], HOMES, by=BY)
    assert told["places"] == {"s1.c1.": [300, None], "s1.c2.": [300, None]}
    assert told["less"] == ["s1.c2."]
    assert told["suppressed"] == 2


def test_where_little_was_to_be_expected_nobody_is_called_unheard():
    told = heard("s1.", [("s1.c1.", "s1.c1.b1.", "web", 15)], HOMES, by=BY)
    assert told["less"] == []


def test_a_community_tells_its_buildings_and_what_came_from_elsewhere_beside():
    doors = [("s1.c1.", "s1.c1.b1.", "web", 30), ("s1.c1.", "s1.c1.b2.", "web", 30), ("s1.c1.", "s1.c1.", "phone", 11)]
    told = heard("s1.c1.", doors, [("s1.c1.b1.", 60), ("s1.c1.b2.", 60)], by=BY)
    assert told["places"] == {"s1.c1.b1.": [60, 30], "s1.c1.b2.": [60, 30], ELSEWHERE: [0, 11]}


def test_few_from_elsewhere_cannot_be_worked_out():
    doors = [("s1.c1.", "s1.c1.b1.", "web", 30), ("s1.c1.", "s1.c1.b2.", "web", 40), ("s1.c1.", "s1.c1.", "web", 1)]
    told = heard("s1.c1.", doors, [("s1.c1.b1.", 60), ("s1.c1.b2.", 60)], by=BY)
    assert told["places"] == {"s1.c1.b1.": [60, None], "s1.c1.b2.": [60, 40], ELSEWHERE: [0, None]}


def test_without_homes_there_are_no_shares():
    assert heard("s1.", [("s1.c1.", "s1.c1.", "web", 30)], [], by=BY)["less"] == []
