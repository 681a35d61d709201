"""Addresses of the staff's sign-in, below /office/sign-in/."""

from django.urls import path

from linli.office.signin import accounts, enrol, new_password, own, own_factors, password, second, work_apps

app_name = "signin"
urlpatterns = [
    path("", password.password, name="password"),
    path("second/", second.second, name="second"),
    path("second/passkey/", second.by_passkey, name="second_passkey"),
    path("second/passkey/ask/", second.ask, name="second_ask"),
    path("enrol/", enrol.enrol, name="enrol"),
    path("enrol/passkey/", enrol.by_passkey, name="enrol_passkey"),
    path("enrol/passkey/ask/", enrol.ask, name="enrol_ask"),
    path("new-password/", new_password.new_password, name="new_password"),
    path("with/<slug:app>/", work_apps.enter, name="app_enter"),
    path("with/<slug:app>/inside/", work_apps.inside, name="app_inside"),
    path("with/<slug:app>/back/", work_apps.back, name="app_back"),
    path("mine/apps/<slug:app>/bind/", work_apps.bind, name="app_bind"),
    path("mine/apps/<slug:app>/unbind/", work_apps.release, name="app_unbind"),
    path("out/", own.sign_out, name="sign_out"),
    path("mine/", own.mine, name="mine"),
    path("mine/password/", own.change, name="change"),
    path("mine/sessions/<uuid:session>/", own.revoke, name="revoke"),
    path("mine/recovery/", own_factors.renew, name="renew"),
    path("mine/passkey/", own_factors.add, name="passkey_add"),
    path("mine/passkey/ask/", own_factors.ask, name="passkey_ask"),
    path("mine/passkey/<uuid:passkey>/", own_factors.remove, name="passkey_remove"),
    path("accounts/<uuid:whose>/unlock/", accounts.unlock_account, name="unlock"),
    path("accounts/<uuid:whose>/reset/", accounts.reset_account, name="reset"),
]
