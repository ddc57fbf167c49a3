from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from django.views.decorators.gzip import gzip_page
from django.views.i18n import JavaScriptCatalog

from twinning.dates.views import read

# Django's Polish says these in three genders at once. Marked here, they come into our catalogues,
# which go before Django's.
SAID_ANEW = (
    _("Add another %(verbose_name)s"),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
)


class TwinningAdminSite(admin.AdminSite):
    """The editors' side of the site, in the language that its address begins with."""

    site_header = _("Chronicle of partner cities")
    site_title = _("Editing the chronicle")
    index_title = _("What would you like to write?")
    enable_nav_sidebar = True

    @property
    def site_url(self) -> str:  # type: ignore[override]
        """The public home page in the language of the admin."""
        return f"/{get_language()}/"

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Compressed: a long form shrinks to a tenth. Django hides the lengths of its secrets."""
        return gzip_page(super().admin_view(view, cacheable))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [
            path("read-date/", self.admin_view(read), name="read_date"),
            *super().get_urls(),
        ]

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
