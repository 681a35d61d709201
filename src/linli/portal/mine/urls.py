"""Addresses of what is one's own, below /mine/."""

from django.urls import path

from linli.portal.mine import acting, contact, erasing, home, inbox, seen

app_name = "mine"
urlpatterns = [
    path("", home.home, name="home"),
    path("inbox/", inbox.messages, name="inbox"),
    path("inbox/read/", inbox.read, name="inbox_read"),
    path("seen/", seen.seen, name="seen"),
    path("contact/", contact.contact, name="contact"),
    path("contact/show/", contact.reveal, name="contact_show"),
    path("acting/", acting.choose, name="acting"),
    path("acting/stop/", acting.stop, name="acting_stop"),
    path("erase/", erasing.erase, name="erase"),
]
