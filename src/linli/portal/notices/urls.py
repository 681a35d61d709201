"""Addresses of notices, below /notices/."""

from django.urls import path

from linli.portal.notices import comparing, confirming, disclosures, feeds, framed, one, replying, views

app_name = "notices"
urlpatterns = [
    path("", views.notices, name="list"),
    path("disclosures/", disclosures.calendar, name="disclosures"),
    path("frame/", framed.framed, name="frame"),
    path("feed.atom", feeds.feed, {"form": "atom"}, name="atom"),
    path("feed.rss", feeds.feed, {"form": "rss"}, name="rss"),
    path("feed.json", feeds.feed, {"form": "json"}, name="json"),
    path("<str:number>/", one.one, name="one"),
    path("<str:number>/compare/", comparing.compare, name="compare"),
    path("<str:number>/reply/", replying.reply, name="reply"),
    path("<str:number>/confirm/", confirming.confirm, name="confirm"),
    path("<str:number>/code.svg", one.code, name="code"),
    path("<str:number>/words.json", one.words, name="words"),
]
