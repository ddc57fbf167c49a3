"""Addresses of the site. Everything a reader meets carries its language in front."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import pgettext_lazy

from events.views import data_catalogue
from twinning.media.views import uploaded
from twinning.metadata.views import site_picture
from twinning.site import views
from twinning.site.sitemaps import SITEMAP_SECTION, SITEMAPS

handler404 = "twinning.site.views.not_found"
handler500 = "twinning.site.views.server_error"

urlpatterns = [
    path("", views.entrance, name="entrance"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name=SITEMAP_SECTION),
    path("dane/katalog.jsonld", data_catalogue, name="data_catalogue"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path(pgettext_lazy("address", "account/"), include("twinning.accounts.urls")),
        path(pgettext_lazy("address", "preview/"), include("twinning.publishing.urls")),
        path("", include("twinning.site.law.urls")),
        path("", include("partners.urls")),
        path("", views.home, name="home"),
        path(pgettext_lazy("address", "picture.png"), site_picture, name="site_picture"),
        path("", include("events.urls")),
    ),
    *static(settings.MEDIA_URL, view=uploaded),
]
