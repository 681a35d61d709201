"""The style page looked at in a real browser: no accessibility violation, big targets, keys, dialogs, drafts."""

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("design")]

VIEWS = [
    {"door": door, "language": language, "dark": dark, "width": width}
    for door in ("portal", "office")
    for language, dark, width in (
        ("zh-hans", False, 1280),
        ("en", True, 1280),
        ("zh-hans", True, 390),
        ("en", False, 390),
    )
] + [
    {"size": "24", "width": 390},
    {"size": "30", "width": 390, "language": "en"},
    {"size": "24", "width": 1280, "dark": True},
]

SMALL = """least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
  .filter(e => !e.closest('dialog, svg, .prose, [disabled], .skip, label, .card-link') && e.getClientRects().length)
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < least - 0.5)
  .map(([html, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`)"""


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(str(value) for value in view.values()))
def test_nobody_is_kept_out(show, view):
    from axe_playwright_python.sync_playwright import Axe

    page = show(**view)
    complaints = list(page.complaints)  # what axe itself tries comes later
    found = Axe().run(page).response["violations"]
    told = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]
    assert told == []
    assert complaints == []


@pytest.mark.parametrize("view", [*VIEWS, {"width": 320}, {"width": 320, "door": "office"}], ids=str)
def test_nothing_runs_off_the_side(show, view):
    page = show(**view)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize(("view", "least"), [({}, 44), ({"door": "office"}, 44), ({"size": "24", "width": 390}, 60)])
def test_fingers_find_their_targets(show, view, least):
    assert show(**view).evaluate(SMALL, least) == []


@pytest.mark.parametrize(
    ("view", "size"), [({}, 18), ({"door": "office"}, 15), ({"size": "24"}, 24), ({"size": "30"}, 30)]
)
def test_letters_have_the_promised_size(show, view, size):
    page = show(**view)
    style = page.evaluate("(({fontSize, lineHeight}) => [fontSize, lineHeight])(getComputedStyle(document.body))")
    assert float(style[0][:-2]) == pytest.approx(size)
    assert float(style[1][:-2]) / float(style[0][:-2]) >= 1.3


def test_the_worklist_lives_under_the_keyboard(show):
    page = show(door="office")
    focused = "document.activeElement.closest('[data-row]')?.querySelector('input').value"
    page.keyboard.press("j")  # from the row that is open
    page.keyboard.press("j")
    assert page.evaluate(focused) == "3"
    page.keyboard.press("x")
    assert page.locator("[data-ticked]").inner_text() == "1"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "2"
    page.keyboard.press("/")
    page.keyboard.type("jx?")
    assert page.locator("#q").input_value() == "jx?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()


def test_bulk_acts_wait_until_something_is_ticked(show):
    assert not show(door="office").locator("[data-bulk]").is_visible()
    assert show(door="office", script=False).locator("[data-bulk]").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_dialog_opens_and_closes_with_and_without_scripts(show, script):
    page = show(script=script)
    page.locator('[data-opens="withdraw"]').click()
    assert page.locator("dialog#withdraw").is_visible()
    page.locator("dialog#withdraw [data-closes]").last.click()
    assert not page.locator("dialog#withdraw").is_visible()


def test_a_draft_survives_a_lost_page_and_keeps_no_code(show):
    page = show()
    page.locator("#id_new_what").fill("北门路灯不亮")
    page.locator("#id_new_code").fill("123456")
    page.locator("[data-draft-note]").wait_for(state="visible")
    page.reload()
    assert page.locator("#id_new_what").input_value() == "北门路灯不亮"
    assert page.locator("#id_new_code").input_value() == ""
    assert "123456" not in page.evaluate("JSON.stringify(localStorage)")
    page.locator("[data-draft-clear]").click()
    assert page.evaluate("localStorage.length") == 0
