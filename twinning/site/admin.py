from functools import partial, update_wrapper
from typing import Any, cast

from allauth.account import views as account_views
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse, translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from django.views.decorators.gzip import gzip_page
from django.views.i18n import JavaScriptCatalog

from twinning.accounts.resending import signed_out
from twinning.dates.views import read
from twinning.site.desk.views import accessibility_reviewed, desk, section_page
from twinning.site.exchange import views as exchange_views
from twinning.site.translating.pages import coverage, translating
from twinning.site.translating.record_page import translate_record


class TwinningAdminSite(admin.AdminSite):
    """The editors' side of the site, in the language that its address begins with."""

    site_header = _("Chronicle of partner cities")
    site_title = _("Editing the chronicle")
    index_title = _("Desk")
    enable_nav_sidebar = True

    @property
    def site_url(self) -> str:  # type: ignore[override]
        """The public home page in the language of the admin."""
        return f"/{get_language()}/"

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Compressed: a long form shrinks to a tenth. Django hides the lengths of its secrets.

        A form that somebody signed out sends is given back to them, not thrown away.
        """
        guarded = super().admin_view(view, cacheable)

        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            leaves = request.path == reverse("admin:logout")
            if request.method == "POST" and not request.user.is_authenticated and not leaves:
                return signed_out(request)
            return cast(HttpResponse, guarded(request, *args, **kwargs))

        return gzip_page(update_wrapper(answer, view))

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """To the site's own sign-in, and from there back to the page that was asked for."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        target = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        return redirect_to_login(target, reverse("account_login"))

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        return cast(HttpResponse, account_views.logout(request))

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        return redirect("account_change_password")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [
            path("desk/<slug:name>/", self.admin_view(self.desk_section), name="desk_section"),
            path(
                "accessibility-reviewed/",
                self.admin_view(self.accessibility_reviewed),
                name="accessibility_reviewed",
            ),
            *self._translation_urls(),
            *self._exchange_urls(),
            path("read-date/", self.admin_view(read), name="read_date"),
            *super().get_urls(),
        ]

    def _translation_urls(self) -> list[URLPattern]:
        pages: list[tuple[str, Any, str]] = [
            ("translations/", translating, "translating"),
            ("translations/coverage/", coverage, "translation_coverage"),
            (
                "translations/<str:code>/<slug:app>/<slug:model>/<int:key>/",
                translate_record,
                "translate_record",
            ),
        ]
        return [
            path(route, self.admin_view(partial(view, site=self)), name=name)
            for route, view, name in pages
        ]

    def _exchange_urls(self) -> list[URLPattern]:
        """The pages of `twinning.site.exchange`."""
        pages: dict[str, tuple[str, Any]] = {
            "exchange": ("translations/files/", exchange_views.exchange),
            "exchange_export": ("translations/files/export/", exchange_views.export),
            "exchange_preview": ("translations/files/<int:pk>/", exchange_views.preview),
            "exchange_discard": ("translations/files/<int:pk>/discard/", exchange_views.discard),
        }
        return [
            path(address, self.admin_view(partial(view, site=self)), name=name)
            for name, (address, view) in pages.items()
        ]

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]
        return desk(request, self)

    def desk_section(self, request: HttpRequest, name: str) -> HttpResponse:
        return section_page(request, self, name)

    def accessibility_reviewed(self, request: HttpRequest) -> HttpResponse:
        return accessibility_reviewed(request, self)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {
            **super().each_context(request),
            "admin_languages": [
                {
                    "code": code,
                    "name": get_language_info(code)["name_local"].capitalize(),
                    "url": translate_url(request.get_full_path(), code),
                    "is_current": code == get_language(),
                }
                for code, _name in settings.LANGUAGES
            ],
        }

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Texts of the admin's scripts and of the rich-text editor's dialogues."""
        catalogue = JavaScriptCatalog.as_view(
            packages=["django.contrib.admin", "django_prose_editor"]
        )
        return cast(HttpResponse, catalogue(request))
