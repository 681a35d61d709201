"""Addresses of what neighbours shared, below /neighbours/."""

from django.urls import path

from linli.portal.neighbours import flagging, following, one, views

app_name = "neighbours"
urlpatterns = [
    path("", views.shared, name="list"),
    path("<str:number>/", one.one, name="one"),
    path("<str:number>/follow/", following.follow_it, name="follow"),
    path("<str:number>/flag/", flagging.flag_it, name="flag"),
    path("<str:number>/unfollow/", following.unfollow_it, name="unfollow"),
]
