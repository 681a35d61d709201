"""Addresses of notices, below /notices/."""

from django.urls import path

from linli.portal.notices import comparing, one, replying, views

app_name = "notices"
urlpatterns = [
    path("", views.notices, name="list"),
    path("<str:number>/", one.one, name="one"),
    path("<str:number>/compare/", comparing.compare, name="compare"),
    path("<str:number>/reply/", replying.reply, name="reply"),
    path("<str:number>/words.json", one.words, name="words"),
]
