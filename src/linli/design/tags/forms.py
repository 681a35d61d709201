"""Questions: a field with its label, help and error; the summary of what is wrong."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Textarea
from django.template import Library

register = Library()


@register.inclusion_tag("design/field.html")
def field(bound: BoundField, *, look: str = "", title: bool = False) -> dict[str, Any]:
    """`{% field form.place look="cards" title=True %}`: one question whatever its type.

    `look`: "cards" or "inline" for choices, "short" or "code" for boxes. `title`: the label is the page's heading.
    """
    group = isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple)
    tick = isinstance(bound.field.widget, CheckboxInput)
    described = " ".join(part for part, there in _notes(bound) if there)
    return {
        "bound": bound,
        "look": look,
        "title": title,
        "kind": "group" if group else "tick" if tick else "box",
        "described": described,
        "control": "" if group else _control(bound, css=_css(bound, look), described=described),
    }


@register.inclusion_tag("design/errors.html")
def errors(form: BaseForm, *, focus: bool = True) -> dict[str, Any]:
    """`{% errors form %}`: what to mend, at the top of the page, each line leading to its field."""
    wrong = [(form[name], target_of(form[name])) for name in form.errors if name in form.fields]
    whole = form.non_field_errors()
    return {"wrong": wrong, "whole": whole, "count": len(wrong) + len(whole), "focus": focus}


def target_of(bound: BoundField) -> str:
    """The id of what a link to the field should focus: the first choice of a group, else the control."""
    group = isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple)
    return f"{bound.auto_id}_0" if group else str(bound.auto_id)


def _notes(bound: BoundField) -> list[tuple[str, bool]]:
    return [(f"{bound.auto_id}_hint", bool(bound.help_text)), (f"{bound.auto_id}_error", bool(bound.errors))]


def _css(bound: BoundField, look: str) -> str:
    widget = bound.field.widget
    if isinstance(widget, CheckboxInput):
        return ""
    wide = isinstance(widget, FileInput | Textarea) or look not in {"short", "code"}
    return "input" if wide else f"input {look}"


def _control(bound: BoundField, *, css: str, described: str) -> str:
    attrs: dict[str, Any] = {"aria-describedby": described} if described else {}
    if css:
        attrs["class"] = css
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)
