"""Addresses of tracking, below /track/. A tracking code is typed, never part of an address."""

from django.urls import path

from linli.portal.track import acting, code, files, link, page, words

app_name = "track"
urlpatterns = [
    path("", code.enter, name="code"),
    path("leave/", code.leave, name="leave"),
    path("link/<str:signed>/", link.follow, name="link"),
    path("<str:number>/", page.page, name="page"),
    path("<str:number>/words/<uuid:text>/", words.original, name="original"),
    path("<str:number>/words/<uuid:text>/proof/", words.proof, name="proof"),
    path("<str:number>/files/<uuid:file>/", files.file, name="file"),
    path("<str:number>/compare/", files.compare, name="compare"),
    path("<str:number>/share/", page.share, name="share"),
    path("<str:number>/<slug:verb>/", acting.act, name="act"),
]
