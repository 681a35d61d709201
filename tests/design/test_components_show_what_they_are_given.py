"""Each component shows its values, escaped, and never a tone by colour alone."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template

import linli.design
from linli.design.shapes import Badge, Clock, Fact, Row, Step
from linli.design.tags import marks
from linli.design.templatetags.linli import register

EVIL = "<b onclick=x>&"


def draw(source, **given):
    return Template("{% load linli %}" + source).render(Context(given))


@pytest.mark.parametrize("tone", ["work", "wait", "late", "done"])
def test_every_tone_has_its_icon_and_its_word(tone):
    html = draw("{% badge tone 'words' %}", tone=tone)
    assert f"#{marks.TONE_ICONS[tone]}" in html
    assert "words" in html


@pytest.mark.parametrize(
    "source",
    [
        "{% card title=evil %}{{ evil }}{% endcard %}",
        "{% notice title=evil %}{{ evil }}{% endnotice %}",
        "{% dialog 'd' evil %}{{ evil }}{% enddialog %}",
        "{% button evil href=evil %}",
        "{% act evil 'x' evil text=evil %}",
        "{% chip evil evil %}",
        "{% holder evil post=evil phone=evil text=evil %}",
        "{% empty 'x' evil evil href=evil act=evil %}",
        "{% figure evil evil unit=evil counted=evil %}",
        "{% qr evil words=evil text=evil %}",
        "{% seal evil %}{{ evil }}{% endseal %}",
        "{% mapframe evil %}{{ evil }}{% endmapframe %}",
        "{% sign_in evil text=evil %}{{ evil }}{% endsign_in %}",
        "{% worklist rows pick=True asked=True units=True %}",
        "{% track steps %}{% facts facts %}{% clock_box clock %}{% badge badge %}",
    ],
)
def test_what_people_wrote_is_never_markup(source):
    given = {
        "evil": EVIL,
        "rows": [Row(id=EVIL, href=EVIL, number=EVIL, subject=EVIL, place=EVIL, asked=EVIL, unit=EVIL)],
        "steps": [Step(words=EVIL, who=EVIL, text=EVIL)],
        "facts": [Fact(name=EVIL, value=EVIL, note=EVIL)],
        "clock": Clock(words=EVIL, left=EVIL, why=EVIL),
        "badge": Badge(words=EVIL),
    }
    html = draw(source, **given)
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;&amp;" in html


def test_a_row_opens_its_matter_and_can_be_ticked_by_its_number():
    row = Row(id="7", href="/m/7", number="2026-7", subject="Lamp")
    html = draw("{% worklist rows pick=True %}", rows=[row])
    assert re.search(r'<a href="/m/7" data-open', html)
    assert "勾选 2026-7" in html
    assert "checkbox" not in draw("{% worklist rows %}", rows=[row])


def test_the_track_marks_where_the_matter_stands():
    html = draw(
        "{% track steps %}", steps=[Step(words="a"), Step(words="b", state="late"), Step(words="c", state="next")]
    )
    assert html.count('aria-current="step"') == 1
    assert "alarm-clock" in html


def test_a_figure_shows_what_was_counted():
    html = draw('{% figure "s" "92.4" unit="%" part=171 whole=185 interval=i %}', i=(88.1, 95.6))
    assert 'width="92.43%"' in html
    assert "185 件中 171 件" in html
    assert "88.1" in html


def test_a_page_of_a_list_has_no_numbers_only_neighbours():
    assert draw("{% pager %}").strip() == ""
    assert 'rel="next" href="?after=9"' in draw("{% pager older='?after=9' %}")


def test_the_cheat_sheet_shows_every_component():
    sheet = (Path(linli.design.__file__).parent / "README.md").read_text()
    assert [name for name in register.tags if f"{{% {name}" not in sheet] == ["bare", "reading_size"]
