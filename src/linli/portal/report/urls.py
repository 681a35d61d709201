"""Addresses of reporting, below /report/."""

from django.urls import path

from linli.portal.report import about, alike, check, done, what, where, you

app_name = "report"
urlpatterns = [
    path("", what.what, name="what"),
    path("alike/", alike.alike, name="alike"),
    path("where/", where.where, name="where"),
    path("about/", about.about, name="about"),
    path("you/", you.you, name="you"),
    path("check/", check.check, name="check"),
    path("drop/", check.drop, name="drop"),
    path("done/", done.done, name="done"),
    path("done/receipt.txt", done.receipt, name="receipt"),
    path("done/sheet/", done.sheet, name="sheet"),
]
