"""The history of a record: what was done with it, and the way to compare, restore and recover."""

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import get_content_type_for_model
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from twinning.publishing.admin.deleted import DeletedPages
from twinning.publishing.admin.revisions import RevisionPages
from twinning.publishing.models import AuditEntry, Part

PER_PAGE = 50


class HistoryPages(RevisionPages, DeletedPages):
    """The pages around a record's revisions. A part has none: they are those of its whole."""

    def get_urls(self) -> list[URLPattern]:
        if issubclass(self.model, Part):
            return super().get_urls()
        own: list[tuple[str, Any, str]] = [
            ("<path:object_id>/history/compare/", self.compare_view, "compare"),
            ("<path:object_id>/history/<int:revision>/restore/", self.restore_view, "restore"),
            ("deleted/", self.deleted_view, "deleted"),
            ("deleted/<int:object_id>/", self.recover_view, "recover"),
        ]
        return [
            *(
                path(route, self.admin_site.admin_view(view), name=self.page_name(name))
                for route, view, name in own
            ),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._not_there(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if isinstance(record, Part):
            return self._history_of_whole(record)
        entries = AuditEntry.objects.of(record).newest_first()
        return self.history_page(
            request,
            "history.html",
            _("History: %(record)s") % {"record": record},
            record=record,
            here=_("History"),
            page=self.get_paginator(request, entries, PER_PAGE).get_page(request.GET.get("p")),
            previous=_previous(entries),
            may_restore=self.may_change(request, record),
            **(extra_context or {}),
        )

    def _history_of_whole(self, part: Any) -> HttpResponseRedirect:
        whole = getattr(part, self.whole_field)  # type: ignore[attr-defined] # a PartAdmin has it
        opts = whole._meta
        return redirect(f"admin:{opts.app_label}_{opts.model_name}_history", whole.pk)

    def _not_there(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Of a deleted record its last state can be seen still."""
        gone = AuditEntry.objects.filter(content_type=get_content_type_for_model(self.model))
        if object_id.isdecimal() and gone.filter(object_id=object_id, action="deleted").exists():
            return redirect(self.page_url("recover", object_id))
        text = _("There is no such record.")
        self.message_user(request, text, messages.WARNING)
        return redirect(self.page_url("changelist"))

    def response_action(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """All of what was chosen, or nothing: a deletion and its entries in the log are one."""
        with transaction.atomic():
            return super().response_action(request, *args, **kwargs)


def _previous(entries: Any) -> dict[int, int]:
    """Of each revision the one before it."""
    numbers = list(entries.with_revision().values_list("revision_id", flat=True))
    return dict(pairwise(numbers))
