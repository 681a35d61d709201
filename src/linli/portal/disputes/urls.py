"""Addresses of mediation, below /disputes/; a party's own page is that of any matter of theirs, below /track/."""

from django.urls import path

from linli.portal.disputes import apply, home, paper

app_name = "disputes"
urlpatterns = [
    path("", home.home, name="home"),
    path("apply/", apply.apply_for, name="apply"),
    path("<str:number>/agreement.pdf", paper.agreement, name="agreement"),
]
