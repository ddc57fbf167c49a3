"""Addresses of the site. Everything a reader meets carries its language in front."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from twinning.site import views
from twinning.site.sitemaps import SITEMAPS

handler404 = "twinning.site.views.not_found"
handler500 = "twinning.site.views.server_error"

urlpatterns = [
    path("", views.entrance, name="entrance"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", views.home, name="home"),
        path("", include("events.urls")),
    ),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
