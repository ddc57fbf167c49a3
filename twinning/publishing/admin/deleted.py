"""Records deleted lately: what they said, and the way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from twinning.publishing import restoring, snapshot
from twinning.publishing.admin.page import RecordPage
from twinning.publishing.comparison import told
from twinning.publishing.models import AuditEntry, Versioned
from twinning.publishing.naming import Names

PER_PAGE = 50
CONFLICT = 409


class DeletedPages(RecordPage):
    """Open to who may delete such records."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        link = {"deleted_url": self._deleted_url(request)}
        return super().changelist_view(request, {**link, **(extra_context or {})})

    def _deleted_url(self, request: HttpRequest) -> str | None:
        """None for parts too: they come back with their wholes."""
        offered = issubclass(self.model, Versioned) and self._may_recover(request)
        return self.page_url("deleted") if offered else None

    def _may_recover(self, request: HttpRequest) -> bool:
        return self.has_delete_permission(request)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        if not self._may_recover(request):
            raise PermissionDenied
        entries = AuditEntry.objects.of_deleted(self.model).newest_first()
        return self.history_page(
            request,
            "deleted.html",
            _("Recently deleted: %(kind)s") % {"kind": self.opts.verbose_name_plural},
            here=_("Recently deleted"),
            page=self.get_paginator(request, entries, PER_PAGE).get_page(request.GET.get("p")),
            recover_name=f"admin:{self.page_name('recover')}",
        )

    def recover_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        if not self._may_recover(request):
            raise PermissionDenied
        entry = AuditEntry.objects.of_deleted(self.model).filter(object_id=object_id).first()
        if entry is None:
            return self._there_again(request, object_id)
        if request.method != "POST":
            return self._look(request, entry)
        with transaction.atomic():
            record, faults = self._recovered(request, entry)
            if faults:
                transaction.set_rollback(True)
        if faults:
            return self._look(request, entry, faults=faults, status=CONFLICT)
        return redirect(self.page_url("change", record.pk))

    def _there_again(self, request: HttpRequest, object_id: int) -> HttpResponse:
        if not self.model._base_manager.filter(pk=object_id).exists():
            raise Http404
        text = _("Somebody has recovered this record already.")
        self.message_user(request, text, messages.INFO)
        return redirect(self.page_url("change", object_id))

    def _recovered(self, request: HttpRequest, entry: AuditEntry) -> tuple[Any, list[str]]:
        """The record, or what speaks against its recovery."""
        then = self._last_state(entry)
        if then is None:
            return None, [_("What it said wasn’t kept, so it can’t be recovered.")]
        try:
            record, notes = restoring.recover(
                then,
                Names([then]),
                version=self._last_version(entry),
                user=request.user,
                comment=self.comment(request),
            )
        except ValidationError as error:
            return None, [_("Nothing was recovered."), *error.messages]
        if not self.is_theirs_now(request, record):
            return None, [_("Nothing was recovered: it belonged to another home city.")]
        text = (
            _("“%(record)s” is back as a draft.")
            if hasattr(record, "status")
            else _("“%(record)s” is back.")
        )
        self.message_user(request, text % {"record": record}, messages.SUCCESS)
        for note in notes:
            self.message_user(request, note, messages.WARNING)
        return record, []

    def _last_version(self, entry: AuditEntry) -> int:
        entries = AuditEntry.objects.filter(
            content_type=entry.content_type_id, object_id=entry.object_id
        )
        return entries.aggregate(last=Max("version"))["last"] or 0

    def _last_state(self, entry: AuditEntry) -> snapshot.Snapshot | None:
        if entry.revision_id is None:
            return None
        kept = snapshot.of_revisions(self.model, entry.object_id, [entry.revision_id])
        return kept.get(entry.revision_id)

    def _look(
        self,
        request: HttpRequest,
        entry: AuditEntry,
        faults: list[str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        then = self._last_state(entry)
        return self.history_page(
            request,
            "recover.html",
            _("Deleted: %(record)s") % {"record": entry.record_name},
            status=status,
            entry=entry,
            here=entry.record_name,
            deleted_url=self.page_url("deleted"),
            faults=faults or [],
            sections=told(then, Names([then])) if then else [],
            comment=self.comment(request),
        )
