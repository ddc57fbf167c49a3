"""The interface's texts in the admin: addresses, and who may go there."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from twinning.translation import views
from twinning.translation.models import ChangedMessage

TEXT = "<slug:language>/<slug:key>/"


@admin.register(ChangedMessage)
class InterfaceAdmin(admin.ModelAdmin[ChangedMessage]):
    """Stands in the admin's list; its pages are about texts, changed or not, not about rows.

    Whoever may change texts may change them in all languages.
    """

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return [
            self._page("", views.overview, "translation_changedmessage_changelist"),
            self._page("<slug:language>/", views.interface_list, "interface_list"),
            self._page("<slug:language>/file/", views.download, "interface_download"),
            self._page("<slug:language>/upload/", views.upload, "interface_upload"),
            self._page(TEXT, views.interface_text, "interface_text"),
            self._page(f"{TEXT}take-back/", views.take_back, "interface_take_back"),
        ]

    def _page(self, route: str, view: Any, name: str) -> URLPattern:
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            request.current_app = self.admin_site.name
            found: HttpResponse = view(request, self.admin_site, **kwargs)
            return found

        return path(route, self.admin_site.admin_view(answer), name=name)
