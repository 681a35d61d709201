"""Notices as feeds that other programs follow: Atom, RSS 2.0 and JSON Feed 1.1; the newest that hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from linli.domains.notices.queries import PublishedNotice, newest_for
from linli.kernel.words import say
from linli.portal.frame import frame_of

MOST = 30
TITLE = say("Notices · {place}", "公告 · {place}")
JSON_FEED = "https://jsonfeed.org/version/1.1"
KINDS: dict[str, type[Atom1Feed] | type[Rss201rev2Feed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


@require_safe
@cache_control(public=True, max_age=300)
def feed(request: HttpRequest, form: str) -> HttpResponse:
    """`?in=PATH` narrows it to a community."""
    notices, title = _wanted(request)
    if form == "json":
        return _json(request, notices, title)
    made = KINDS[form](
        title=title,
        link=_absolute(reverse("portal:notices:list")),
        description=title,
        language=get_language(),
        feed_url=settings.BASE_URL + request.get_full_path(),
    )
    for notice in notices:
        address = _address(notice)
        made.add_item(
            title=notice.title,
            link=address,
            description=notice.body,
            pubdate=notice.published_at.astimezone(UTC),
            updateddate=notice.published_at.astimezone(UTC),
            unique_id=address,
            author_name=str(notice.unit or ""),
        )
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def _json(request: HttpRequest, notices: list[PublishedNotice], title: str) -> HttpResponse:
    items: list[dict[str, Any]] = [
        {
            "id": _address(notice),
            "url": _address(notice),
            "title": notice.title,
            "content_text": notice.body,
            "date_published": _utc(notice.published_at),
            "authors": [{"name": str(notice.unit)}] if notice.unit else [],
            "tags": [str(notice.type.words)],
        }
        for notice in notices
    ]
    body = {
        "version": JSON_FEED,
        "title": title,
        "home_page_url": _absolute(reverse("portal:notices:list")),
        "feed_url": settings.BASE_URL + request.get_full_path(),
        "items": items,
    }
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False}, content_type="application/feed+json")


def _wanted(request: HttpRequest) -> tuple[list[PublishedNotice], str]:
    ground = frame_of(request).ground
    community = ground.community(request.GET.get("in", ""))
    place = community or ground.top
    notices = newest_for(community.path if community else "", size=MOST)
    return list(notices), str(TITLE.fill(place=place.words if place else ""))


def _address(notice: PublishedNotice) -> str:
    return _absolute(reverse("portal:notices:one", args=[notice.number]))


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
