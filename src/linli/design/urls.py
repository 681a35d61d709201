"""The few addresses of the design room: language, reading size and, for builders, the gallery."""

from django.conf import settings
from django.urls import path
from django.views.i18n import set_language

from linli.design import gallery, reading

app_name = "design"
urlpatterns = [
    path("language/", set_language, name="language"),
    path("size/", reading.reading_size, name="reading_size"),
]
if settings.DEBUG or settings.DEMO:
    urlpatterns += [
        path("", gallery.gallery, name="gallery"),
        path("sheet/", gallery.sheet, name="sheet"),
    ]
