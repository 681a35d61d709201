"""Addresses of authorisations, below /office/authorisations/."""

from django.urls import path

from linli.office.authorisations import finding, resident

app_name = "authorisations"
urlpatterns = [
    path("", finding.listed, name="list"),
    path("find/", finding.find, name="find"),
    path("register/", finding.register, name="register"),
    path("resident/<str:found>/", resident.resident, name="resident"),
    path("resident/<str:found>/name/", resident.name, name="name"),
    path("<uuid:authorisation>/withdraw/", resident.withdraw, name="withdraw"),
    path("<uuid:authorisation>/paper/", resident.paper, name="paper"),
]
