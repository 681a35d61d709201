"""Addresses of audit, below /office/audit/."""

from django.urls import path

from linli.office.audit import exports, openings, powers, signins

app_name = "audit"
urlpatterns = [
    path("", openings.summary, name="summary"),
    path("openings/", openings.openings, name="openings"),
    path("sign-ins/", signins.signins, name="signins"),
    path("exports/", exports.exports, name="exports"),
    path("exports/<uuid:ask>/", exports.decide_on, name="decide_export"),
    path("powers/", powers.powers, name="powers"),
]
