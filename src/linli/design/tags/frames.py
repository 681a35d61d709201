"""Components that hold whatever a page puts between their two tags."""

from __future__ import annotations

from typing import Any

from django.template import Library
from django.template.loader import get_template
from django.utils.safestring import SafeString

from linli.design.shapes import Text

register = Library()

NOTICE_ICONS = {"plain": "info", "wait": "hourglass", "late": "triangle-alert", "done": "circle-check"}


def _frame(name: str, **given: Any) -> SafeString:
    return SafeString(get_template(f"design/{name}.html").render(given))


@register.simple_block_tag
def card(
    content: str, *, title: Text = "", href: str = "", icon: str = "", level: int = 2, flush: bool = False
) -> SafeString:
    """`{% card title=… %}…{% endcard %}`: a sheet of paper; with `href` the whole card is the target."""
    return _frame("card", content=content, title=title, href=href, icon=icon, level=level, flush=flush)


@register.simple_block_tag
def notice(content: str, *, tone: str = "plain", title: Text = "") -> SafeString:
    """`{% notice tone="wait" title=… %}…{% endnotice %}`; tones plain, wait, late, done."""
    return _frame("notice", content=content, tone=tone, title=title, icon=NOTICE_ICONS[tone])


@register.simple_block_tag
def dialog(content: str, id: str, title: Text) -> SafeString:  # noqa: A002 - it is the element's id
    """`{% dialog "out" _("Withdraw?") %}…{% enddialog %}`, opened by `<a href="#out" data-opens="out">`."""
    return _frame("dialog", content=content, id=id, title=title)


@register.simple_block_tag
def mapframe(content: str, label: Text) -> SafeString:
    """`{% mapframe _("Communities") %}<svg …>…{% endmapframe %}`: a drawn map; list the same places below."""
    return _frame("mapframe", content=content, label=label)


@register.simple_block_tag
def seal(content: str, title: Text) -> SafeString:
    """`{% seal _("True, and complete until …") %}<p>…</p>{% endseal %}`: what was proven and how to check it."""
    return _frame("seal", content=content, title=title)


@register.simple_block_tag
def sign_in(content: str, title: Text, *, text: Text = "") -> SafeString:
    """`{% sign_in _("Sign in") %}<form>…{% endsign_in %}`: the one card of a sign-in page."""
    return _frame("sign_in", content=content, title=title, text=text)
