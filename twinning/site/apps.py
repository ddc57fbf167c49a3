from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "twinning.site"
    verbose_name = _("The site")


class TwinningAdminConfig(AdminConfig):
    """Django's admin with our own site class."""

    default_site = "twinning.site.admin.TwinningAdminSite"
