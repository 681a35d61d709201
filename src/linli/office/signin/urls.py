"""Addresses of the staff's sign-in, below /office/sign-in/."""

from django.urls import path

from linli.office.signin import accounts, enrol, new_password, own, own_factors, password, second

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
