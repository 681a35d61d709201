"""Addresses of what is one's own, below /mine/."""

from django.urls import path

from linli.portal.mine import acting, channels, confirming, contact, erasing, home, inbox, seen, stopping

app_name = "mine"
urlpatterns = [
    path("", home.home, name="home"),
    path("inbox/", inbox.messages, name="inbox"),
    path("inbox/read/", inbox.read, name="inbox_read"),
    path("seen/", seen.seen, name="seen"),
    path("contact/", contact.contact, name="contact"),
    path("contact/show/", contact.reveal, name="contact_show"),
    path("channels/", channels.channels, name="channels"),
    path("channels/sms/", channels.by_sms, name="by_sms"),
    path("channels/notices/", channels.notices, name="notices"),
    path("channels/email/", confirming.ask, name="email"),
    path("channels/email/<str:signed>/", confirming.confirmed, name="confirm_email"),
    path("channels/end/<slug:channel>/", channels.end, name="end_channel"),
    path("stop/<str:token>/", stopping.stop, name="stop"),
    path("acting/", acting.choose, name="acting"),
    path("acting/stop/", acting.stop, name="acting_stop"),
    path("erase/", erasing.erase, name="erase"),
]
