"""Two revisions side by side, and the way back to an earlier one."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from twinning.publishing import restoring, snapshot
from twinning.publishing.admin.page import RecordPage
from twinning.publishing.comparison import compare
from twinning.publishing.models import AuditEntry
from twinning.publishing.naming import Names
from twinning.publishing.snapshot import Snapshot

NOW = "now"
CONFLICT = 409


class RevisionPages(RecordPage):
    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self._record(request, object_id)
        chosen = self._chosen(request, record)
        if chosen is None:
            self.message_user(request, _("Choose two states to compare."), messages.WARNING)
            return redirect(self.page_url("history", record.pk))
        before, after = chosen
        old, new = _snapshots(record, before, after)
        return self.history_page(
            request,
            "compare.html",
            _("Comparison: %(record)s") % {"record": record},
            record=record,
            here=_("Comparison"),
            before=before,
            after=after,
            before_label=_described(before),
            after_label=_described(after),
            sections=compare(old, new, Names([old, new])),
            may_restore=self.may_change(request, record),
        )

    def restore_view(self, request: HttpRequest, object_id: str, revision: int) -> HttpResponse:
        record = self._record(request, object_id)
        if not self.may_change(request, record):
            raise PermissionDenied
        entry = AuditEntry.objects.of(record).filter(revision=revision).first()
        if entry is None:
            raise Http404
        if request.method != "POST":
            return self._confirmation(request, record, entry)
        with transaction.atomic():
            locked = self.get_object(request, unquote(object_id))
            faults = self._restored(request, locked, entry)
            if faults:
                transaction.set_rollback(True)
        if faults:
            fresh = self._record(request, object_id)
            return self._confirmation(request, fresh, entry, faults=faults, status=CONFLICT)
        return redirect(self.page_url("change", record.pk))

    def _record(self, request: HttpRequest, object_id: str) -> Any:
        record = (
            self.model._default_manager.filter(pk=int(object_id)).first()
            if (object_id.isdecimal())
            else None
        )
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def _chosen(
        self, request: HttpRequest, record: Any
    ) -> tuple[AuditEntry | None, AuditEntry | None] | None:
        """The entries of the two revisions, the earlier first; None for what it says now."""
        given = [request.GET.get(name, "") for name in ("before", "after")]
        numbers = [int(number) for number in given if number.isdecimal() and len(number) < 19]
        entries = {
            entry.revision_id: entry
            for entry in AuditEntry.objects.of(record).filter(revision__in=numbers)
        }
        if not all(each == NOW or (each.isdecimal() and int(each) in entries) for each in given):
            return None
        first, second = (entries[int(each)] if each != NOW else None for each in given)
        if first is None or (second is not None and second.pk < first.pk):
            return second, first
        return first, second

    def _restored(self, request: HttpRequest, record: Any, entry: AuditEntry) -> list[str]:
        """Restore it; what speaks against it, if anything does."""
        if request.POST.get("version") != str(record.version):
            return [
                _(
                    "Nothing was restored: somebody has changed this record since you opened the "
                    "page. The comparison below is that with its newest state."
                )
            ]
        comment = " – ".join(filter(None, [_described(entry), self.comment(request)]))
        _new, then = _snapshots(record, None, entry)
        try:
            notes = restoring.restore(
                record, then, Names([then]), user=request.user, comment=comment
            )
        except ValidationError as error:
            return [_("Nothing was restored."), *error.messages]
        if not self.is_theirs_now(request, record):
            return [_("Nothing was restored: at that time it belonged to another home city.")]
        text = _("“%(record)s” says again what it said on %(moment)s.")
        moment = date_format(localtime(entry.moment), "DATETIME_FORMAT")
        self.message_user(request, text % {"record": record, "moment": moment}, messages.SUCCESS)
        for note in notes:
            self.message_user(request, note, messages.WARNING)
        return []

    def _confirmation(
        self,
        request: HttpRequest,
        record: Any,
        entry: AuditEntry,
        faults: list[str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        new, then = _snapshots(record, None, entry)
        return self.history_page(
            request,
            "restore.html",
            _("Restore: %(record)s") % {"record": record},
            status=status,
            record=record,
            here=_("Restore"),
            faults=faults or [],
            entry=entry,
            before_label=_described(None),
            after_label=_described(entry),
            sections=compare(new, then, Names([new, then]), without=restoring.KEPT),
            comment=self.comment(request),
        )


def _described(entry: AuditEntry | None) -> str:
    """“version 3, 12 May 2026, 14:00”, which stands in lists and in comments."""
    if entry is None:
        return _("now")
    moment = date_format(localtime(entry.moment), "DATETIME_FORMAT")
    if entry.version is None:
        return moment
    return _("version %(number)s, %(moment)s") % {"number": entry.version, "moment": moment}


def _snapshots(
    record: Any, before: AuditEntry | None, after: AuditEntry | None
) -> tuple[Snapshot, Snapshot]:
    numbers = [each.revision_id for each in (before, after) if each and each.revision_id]
    kept = snapshot.of_revisions(type(record), record.pk, numbers)
    current = snapshot.now(record) if None in (before, after) else None
    found = [kept.get(each.revision_id or 0) if each else current for each in (before, after)]
    old, new = found
    if old is None or new is None:  # a revision that has been thinned out meanwhile
        raise Http404
    return old, new
