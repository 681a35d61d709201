"""Addresses of the residents' sign-in, below /sign-in/."""

from django.urls import path

from linli.portal.signin import code, own, passkey, phone

app_name = "signin"
urlpatterns = [
    path("", phone.phone, name="phone"),
    path("code/", code.code, name="code"),
    path("code/again/", code.again, name="again"),
    path("passkey/", passkey.come_in, name="passkey"),
    path("passkey/ask/", passkey.ask, name="passkey_ask"),
    path("out/", own.sign_out, name="sign_out"),
    path("mine/", own.mine, name="mine"),
    path("mine/passkey/", passkey.add, name="passkey_add"),
    path("mine/passkey/ask/", passkey.ask_to_add, name="passkey_ask_to_add"),
    path("mine/passkey/<uuid:passkey>/", passkey.remove, name="passkey_remove"),
    path("mine/sessions/<uuid:session>/", own.revoke, name="revoke"),
]
