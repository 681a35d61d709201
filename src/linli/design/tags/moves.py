"""Ways to go and to act: navigation, buttons, tabs, chips, breadcrumbs, pages, progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.template import Context, Library

from linli.design.reading import SIZE_COOKIE, SIZES
from linli.design.shapes import Link, Text

register = Library()


@register.inclusion_tag("design/navlink.html", takes_context=True)
def navlink(
    context: Context, href: str, icon: str, words: Text, *, count: int | None = None, exact: bool = False
) -> dict[str, Any]:
    """`{% navlink "/mine" "user" _("Mine") %}`: marked as current on that address and, unless `exact`, below it."""
    path = context["request"].path if "request" in context else ""
    current = path == href or (not exact and href != "/" and path.startswith(href.rstrip("/") + "/"))
    return {"href": href, "icon": icon, "words": words, "count": count, "current": current}


@register.simple_tag(takes_context=True)
def reading_size(context: Context) -> str:
    """`{% reading_size as size %}`: "24" or "30" where the reader asked for large print, else empty."""
    asked = context["request"].COOKIES.get(SIZE_COOKIE, "") if "request" in context else ""
    return asked if asked in SIZES else ""


@register.inclusion_tag("design/button.html")
def button(
    words: Text, *, kind: str = "plain", icon: str = "", href: str = "", name: str = "", value: str = ""
) -> dict[str, Any]:
    """`{% button _("Report it") kind="main" icon="send" %}`; kinds main, plain, quiet; a link where `href` is given."""
    return {"words": words, "kind": kind, "icon": icon, "href": href, "name": name, "value": value}


@register.inclusion_tag("design/act.html")
def act(href: str, icon: str, words: Text, *, text: Text = "", main: bool = False) -> dict[str, Any]:
    """`{% act "/report" "camera" _("Report") text=… main=True %}`: a large tile, inside `<div class="acts">`."""
    return {"href": href, "icon": icon, "words": words, "text": text, "main": main}


@register.inclusion_tag("design/chip.html")
def chip(href: str, words: Text, *, current: bool = False, count: int | None = None) -> dict[str, Any]:
    """`{% chip "?mine=1" _("Mine") current=True count=3 %}`: one filter, inside `<nav class="chips">`."""
    return {"href": href, "words": words, "current": current, "count": count}


@register.inclusion_tag("design/tabs.html")
def tabs(links: Sequence[Link], label: Text) -> dict[str, Any]:
    """`{% tabs links _("Parts of this request") %}`: pages side by side under one heading."""
    return {"links": links, "label": label}


@register.inclusion_tag("design/crumbs.html")
def crumbs(links: Sequence[Link]) -> dict[str, Any]:
    """`{% crumbs links %}`: where this page lies; without the page itself."""
    return {"links": links}


@register.inclusion_tag("design/back.html")
def back(href: str, words: Text = "") -> dict[str, Any]:
    """`{% back "/mine" _("Mine") %}`: the one way back, for pages of a form."""
    return {"href": href, "words": words}


@register.inclusion_tag("design/pager.html")
def pager(*, newer: str = "", older: str = "") -> dict[str, Any]:
    """`{% pager newer=page.newer older=page.older %}`: addresses of the neighbouring pages, empty where none."""
    return {"newer": newer, "older": older}


@register.inclusion_tag("design/progress.html")
def progress(now: int, of: int, words: Text = "") -> dict[str, Any]:
    """`{% progress 2 4 _("Where it is") %}`: step two of four."""
    return {"now": now, "of": of, "words": words, "steps": range(1, of + 1)}
