"""Addresses of notices in the office, below /office/notices/."""

from django.urls import path

from linli.office.notices import acting, calendar, editing, listing, one, reaching, reviewing

app_name = "notices"
urlpatterns = [
    path("", listing.notices, name="list"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("new/", editing.new, name="new"),
    path("homes/", editing.homes, name="homes"),
    path("<str:number>/", one.one, name="one"),
    path("<str:number>/edit/", editing.edit, name="edit"),
    path("<str:number>/correct/", editing.correct_it, name="correct"),
    path("<str:number>/review/", reviewing.review, name="review"),
    path("<str:number>/reach/", reaching.reach, name="reach"),
    path("<str:number>/doors/", reaching.doors, name="doors"),
    path("<str:number>/doors.pdf", reaching.doors_on_paper, name="doors_on_paper"),
    path("<str:number>/sheets.pdf", reaching.sheets_on_paper, name="sheets"),
    path("<str:number>/acts/<str:verb>/", acting.act, name="act"),
]
