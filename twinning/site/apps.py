from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "twinning.site"
    verbose_name = _("The site")

    def ready(self) -> None:
        from twinning.site.wiring import connect

        connect()


class TwinningAdminConfig(AdminConfig):
    """Django's admin with our own site class."""

    default_site = "twinning.site.admin.TwinningAdminSite"

    def ready(self) -> None:
        super().ready()
        self._add_pages_of_the_law()
        self._hide_secrets()

    def _add_pages_of_the_law(self) -> None:
        """Their admin stands in their own room, where no autodiscovery looks."""
        from twinning.site.law import admin  # noqa: F401

    def _hide_secrets(self) -> None:
        """allauth's tables hold keys and sessions: they have pages of their own, or none."""
        from allauth.account.models import EmailAddress
        from allauth.mfa.models import Authenticator
        from allauth.usersessions.models import UserSession
        from django.contrib.admin import site

        site.unregister([EmailAddress, Authenticator, UserSession])
