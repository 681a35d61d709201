"""A field is tied to its label, its help and its error, whatever its type."""

import re

import pytest
from django import forms
from django.template import Context, Template

from linli.design.shapes import Option


class Question(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the door")
    kind = forms.ChoiceField(
        label="Kind",
        widget=forms.RadioSelect,
        choices=[("a", Option(words="Apple", hint="red", icon="star")), ("b", "Bread")],
    )
    agree = forms.BooleanField(label="I agree", help_text="You may take it back")
    code = forms.CharField(label="Code", required=False)


def draw(source, **given):
    return Template("{% load linli %}" + source).render(Context(given))


@pytest.fixture
def wrong():
    form = Question({"code": "x"})
    form.is_valid()
    return form


def test_help_belongs_to_its_box():
    html = draw("{% field form.name %}", form=Question())
    assert 'aria-describedby="id_name_hint"' in html
    assert 'id="id_name_hint"' in html


def test_an_error_is_tied_to_its_box_and_said_in_words(wrong):
    html = draw("{% field form.name %}", form=wrong)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_hint id_name_error"' in html
    assert html.count(str(wrong.errors["name"][0])) == 1


def test_a_group_of_choices_is_a_fieldset_with_cards_that_say_more():
    html = draw('{% field form.kind look="cards" %}', form=Question())
    assert "<fieldset" in html
    assert "<small>red</small>" in html
    assert html.count("<input") == 2


def test_one_tick_carries_its_label_beside_it():
    html = draw("{% field form.agree %}", form=Question())
    assert re.search(r'<label class="choice" for="id_agree"><input type="checkbox"', html)
    assert 'class="input"' not in html


def test_what_may_be_left_out_says_so():
    assert "（选填）" in draw("{% field form.code %}", form=Question())
    assert "（选填）" not in draw("{% field form.name %}", form=Question())


def test_a_title_is_the_pages_heading():
    assert re.search(r"<h1><label[^>]*>Name", draw("{% field form.name title=True %}", form=Question()))


def test_the_summary_leads_to_each_field(wrong):
    html = draw("{% errors form %}", form=wrong)
    assert re.findall(r'href="#(\w+)"', html) == ["id_name", "id_kind_0", "id_agree"]
    assert "有 3 处要改一下" in html


def test_without_mistakes_there_is_no_summary():
    assert draw("{% errors form %}", form=Question()).strip() == ""
