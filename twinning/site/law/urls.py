"""The pages of the law. One that isn't published isn't there."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from twinning.site.law import views

urlpatterns = [
    path(
        pgettext_lazy("address", "accessibility-declaration/"),
        views.accessibility,
        name="accessibility",
    ),
    path(pgettext_lazy("address", "privacy-policy/"), views.privacy, name="privacy"),
    path(pgettext_lazy("address", "reuse-of-information/"), views.reuse, name="reuse"),
    path(pgettext_lazy("address", "contact/"), views.contact, name="contact"),
    path(pgettext_lazy("address", "site-map/"), views.site_map, name="site_map"),
]
