"""The tour of the docs, replayed word for word in both languages: from a resident's report to the figures it is in.

LINLI_PHOTOGRAPH=1 takes its pictures anew.
"""

from __future__ import annotations

import re

import pytest
from tests.journeys.tour.photographs import WANTED, develop
from tests.journeys.tour.reading import DOCS, TOURS, scenes

STAFF = {
    "en-US": ("Username", "Password", "Continue", "Fill in and go on"),
    "zh-CN": ("账号", "密码", "下一步", "填入并继续"),
}


@pytest.mark.parametrize("language", TOURS)
def test_the_tour_goes_as_it_is_written(visit, language):
    before = figures(signed_in_as_supervisor(visit, language))
    phone, desk = visit(language=language), visit(width=1280, height=800, language=language)
    for scene in scenes(TOURS[language]):
        walk = phone if scene.on_phone else desk
        for step in scene.steps:
            for move in step.moves:
                try:
                    walk.does(move)
                except Exception as fault:
                    fault.add_note(f"In “{scene.title}”, step {step.id}: {move.kind} “{move.words}” at {walk.page.url}")
                    raise
        if WANTED and scene.picture:
            develop(walk.pictures, DOCS / scene.picture)
        walk.pictures.clear()
    assert figures(desk) == [(part + 1, whole + 1) for part, whole in before]


def signed_in_as_supervisor(visit, language):
    walk = visit(width=1280, language=language)
    username, password, *buttons = STAFF[language]
    walk.open("/office/")
    for field, words in ((username, "supervisor"), (password, "as printed")):
        walk.field(field)
        walk.type(words)
    for button in buttons:
        walk.press(button)
    return walk


def figures(supervisor):
    """What the supervisor reads: (part, whole) of the three rates."""
    supervisor.open("/office/")
    parts = supervisor.page.locator(".rates .counted").all_inner_texts()
    return [tuple(sorted(map(int, re.findall(r"\d+", part)))) for part in parts]
