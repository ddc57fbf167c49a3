"""Where an invited colleague arrives. All public pages of partners stand in `events`."""

from django.urls import URLResolver, include, path
from django.utils.translation import pgettext_lazy

from partners import views

urlpatterns: list[URLResolver] = [
    path(
        pgettext_lazy("address", "invitation/"),
        include([path("<str:token>/", views.invitation, name="invitation")]),
    ),
]
