"""Filters of the library's lists."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from twinning.publishing.usage import unused, used


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("used", _("used somewhere")), ("unused", _("used nowhere"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        choices = {"used": used, "unused": unused}
        chosen = choices.get(self.value() or "")
        return chosen(queryset) if chosen else queryset


class LackingFilter(admin.SimpleListFilter):
    """Records without a text in one of the languages."""

    field_name: ClassVar[str]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(settings.LANGUAGES)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        language = self.value()
        if language not in dict(settings.LANGUAGES):
            return queryset
        return queryset.lacking(self.field_name, language)


class MissingAltFilter(LackingFilter):
    title = _("missing alternative text")
    parameter_name = "without_alt"
    field_name = "alt"


class MissingTitleFilter(LackingFilter):
    title = _("missing title")
    parameter_name = "without_title"
    field_name = "title"


class FormatFilter(admin.SimpleListFilter):
    title = _("format")
    parameter_name = "format"
    suffixes: ClassVar[dict[str, tuple[str, str]]] = {
        "jpeg": ("JPEG", ".jpg"),
        "png": ("PNG", ".png"),
        "webp": ("WebP", ".webp"),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, name) for key, (name, _suffix) in self.suffixes.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in self.suffixes:
            return queryset
        _name, suffix = self.suffixes[str(self.value())]
        return queryset.filter(file__endswith=suffix)


class TranscriptionFilter(admin.SimpleListFilter):
    title = _("transcription")
    parameter_name = "transcription"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("without", _("without one"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(transcription="") if self.value() == "without" else queryset
