"""Addresses of imports, below /office/import/."""

from django.urls import path

from linli.office.importing import one, views

app_name = "importing"
urlpatterns = [
    path("", views.imports, name="list"),
    path("files/<uuid:sent>/", one.one, name="one"),
    path("files/<uuid:sent>/start/", one.start_it, name="start"),
    path("files/<uuid:sent>/let-go/", one.let_it_go, name="let_go"),
    path("files/<uuid:sent>/mend.xlsx", one.mend, name="mend"),
    path("<uuid:brought>/undo/", views.undo, name="undo"),
]
