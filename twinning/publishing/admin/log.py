"""The log: who did what with which record, to be read, filtered and taken away as a table."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from twinning.publishing.admin.read_only import ReadOnly
from twinning.publishing.models import Action, AuditEntry, Versioned
from twinning.publishing.tables import csv_response

ITSELF = "-"  # no name of a person


class PersonFilter(admin.SimpleListFilter):
    """By the names as they were, so that people who have left are found still."""

    title = gettext_lazy("who")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        names = AuditEntry.objects.order_by("user_name").values_list("user_name", flat=True)
        return [(name or ITSELF, name or _("the site itself")) for name in names.distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(user_name="" if self.value() == ITSELF else self.value())


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of record")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        kinds = ((str(pk), _plural(model)) for pk, model in _kinds().items())
        return sorted(kinds, key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None:
            return queryset
        if not value.isdecimal():
            raise IncorrectLookupParameters
        return queryset.filter(content_type=int(value))


def _kinds() -> dict[int, Any]:
    """The models of records by their number in the log."""
    records = [model for model in apps.get_models() if issubclass(model, Versioned)]
    return {kind.pk: model for model, kind in ContentType.objects.get_for_models(*records).items()}


def _plural(model: Any) -> str:
    return capfirst(str(model._meta.verbose_name_plural))


@admin.register(AuditEntry)
class LogAdmin(ReadOnly, admin.ModelAdmin[AuditEntry]):
    """Only read: what has been done stays done."""

    list_display = ["moment", "who", "what", "kind", "record", "version", "comment"]
    list_display_links = None
    list_filter = ["action", KindFilter, "moment", PersonFilter]
    list_per_page = 100
    date_hierarchy = "moment"
    search_fields = ["record_name", "comment", "user_name"]
    show_full_result_count = False

    class Media:
        css = {"all": ["admin_extras/history.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="publishing_auditentry_export"), *super().get_urls()]

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An entry says all it has to say in the list."""
        return redirect("admin:publishing_auditentry_changelist")

    @admin.display(description=gettext_lazy("who"), ordering="user_name")
    def who(self, obj: AuditEntry) -> str:
        return obj.user_name or _("the site itself")

    @admin.display(description=gettext_lazy("what"), ordering="action")
    def what(self, obj: AuditEntry) -> str:
        return obj.get_action_display()

    @admin.display(description=gettext_lazy("kind of record"))
    def kind(self, obj: AuditEntry) -> str:
        model = _kinds().get(obj.content_type_id)
        return str(model._meta.verbose_name) if model else ""

    @admin.display(description=pgettext_lazy("log", "record"), ordering="record_name")
    def record(self, obj: AuditEntry) -> str:
        with suppress(NoReverseMatch):
            kind = ContentType.objects.get_for_id(obj.content_type_id)
            name = f"admin:{kind.app_label}_{kind.model}_history"
            url = reverse(name, args=[obj.object_id])
            return format_html('<a href="{}">{}</a>', url, obj.record_name)
        return obj.record_name

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        query = request.GET.urlencode()
        url = reverse("admin:publishing_auditentry_export") + (f"?{query}" if query else "")
        context = {"export_url": url, "title": _("Log of what was done"), **(extra_context or {})}
        return super().changelist_view(request, context)

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """The list as it is filtered, all of its pages."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            changelist = self.get_changelist_instance(request)
        except IncorrectLookupParameters:
            return redirect("admin:publishing_auditentry_changelist")
        entries = changelist.get_queryset(request).iterator(chunk_size=2000)
        return csv_response(f"log-{localdate().isoformat()}", _table(entries))


def _table(entries: Iterable[AuditEntry]) -> Iterator[list[Any]]:
    # Put into words at once: by the time the rows are sent, the language may be another's.
    words = {value: str(label) for value, label in Action.choices}
    kinds = {pk: str(model._meta.verbose_name) for pk, model in _kinds().items()}
    head = [
        *(_("moment"), _("who"), _("what"), _("kind of record"), _("number of the record")),
        *(pgettext("log", "record"), _("version"), _("comment")),
    ]
    itself = _("the site itself")
    rows = (
        [_iso(each.moment), each.user_name or itself, *_row(each, words, kinds)] for each in entries
    )
    return chain([head], rows)


def _iso(moment: datetime) -> str:
    """With the offset of Warsaw at that time."""
    return localtime(moment).isoformat(timespec="seconds")


def _row(entry: AuditEntry, words: dict[str, str], kinds: dict[int, str]) -> list[Any]:
    return [
        words.get(entry.action, entry.action),
        kinds.get(entry.content_type_id, ""),
        entry.object_id,
        entry.record_name,
        "" if entry.version is None else entry.version,
        entry.comment,
    ]
