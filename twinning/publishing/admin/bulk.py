"""Changing many records at once: by the same rights, checks and log as a single one."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.contrib.admin import helpers
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twinning.publishing.admin.record import RecordAdmin
from twinning.publishing.forms.bulk import BulkForm
from twinning.publishing.history import record_actions
from twinning.publishing.models import Action

MOST = 1000  # records at a time: each is checked, written and kept in its history
NAMED = 10


class BulkActions(RecordAdmin):
    """Actions of a list. Each names those that it leaves as they were, and says why."""

    def change_each(
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        *,
        may: Callable[[Any], bool],
        change: Callable[[Any], bool],
        action: Action,
        comment: str,
    ) -> None:
        """Call `change` with each selected record that the user may change, all in one transaction.

        The records are locked. `change` says whether there was anything to change, and raises
        `ValidationError` to leave the record as it was. What has changed is kept in the history.
        """
        keys = self._keys(request, queryset)
        if not keys:
            return
        done, foreign = [], []
        refused: list[tuple[Any, str]] = []
        self._learn_whose(request, keys)
        with transaction.atomic():
            for record in self._locked(keys):
                if not may(record):
                    foreign.append(record)
                    continue
                try:
                    if change(record):
                        done.append(record.pk)
                except ValidationError as error:
                    refused.append((record, " ".join(error.messages)))
            record_actions(self.model, done, action, user=request.user, comment=comment)
        self._report(request, len(done), foreign, refused)

    def _locked(self, keys: list[Any]) -> QuerySet[Any]:
        records: QuerySet[Any] = self.model._default_manager.filter(pk__in=keys)
        return records.select_for_update(of=("self",))

    def _learn_whose(self, request: HttpRequest, keys: list[Any]) -> None:
        """Answer `is_own` for all of them at once."""
        records: Any = self.model._default_manager.filter(pk__in=keys)
        if hasattr(records, "editable_by"):
            own = set(records.editable_by(request.user).values_list("pk", flat=True))
            answers = request.__dict__.setdefault("_own_records", {})
            answers.update({(self.model, key): key in own for key in keys})

    def ask(
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        form: BulkForm,
        *,
        title: str,
        text: str,
    ) -> TemplateResponse | None:
        """The page on which `form` is filled in before anything is changed."""
        keys = self._keys(request, queryset)
        if not keys:
            return None
        names = self.model._default_manager.select_related().filter(pk__in=keys[:NAMED])
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "form": form,
            "text": text,
            "keys": keys,
            "named": [str(record) for record in names],
            "further": max(len(keys) - NAMED, 0),
            "action": request.POST.get("action"),
            "checkbox_name": helpers.ACTION_CHECKBOX_NAME,
            "back_url": request.get_full_path(),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/publishing/bulk.html", context)

    def _keys(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any]:
        """Of the selected records, each once; none where they are too many."""
        keys = list(queryset.order_by().values_list("pk", flat=True).distinct()[: MOST + 1])
        if len(keys) <= MOST:
            return keys
        text = _("Choose at most %(most)d at a time, with a filter. Nothing was changed.")
        self.message_user(request, text % {"most": MOST}, messages.ERROR)
        return []

    def _report(
        self, request: HttpRequest, done: int, foreign: list[Any], refused: list[tuple[Any, str]]
    ) -> None:
        if done:
            text = ngettext("%(count)d entry: done.", "%(count)d entries: done.", done)
            self.message_user(request, text % {"count": done}, messages.SUCCESS)
        if foreign:
            text = ngettext(
                "%(count)d entry isn’t yours to change and is left as it was: %(names)s.",
                "%(count)d entries aren’t yours to change and are left as they were: %(names)s.",
                len(foreign),
            )
            given = {"count": len(foreign), "names": _listed(foreign)}
            self.message_user(request, text % given, messages.ERROR)
        for reason, records in _by_reason(refused).items():
            text = _("Left as they were: %(records)s. %(reason)s")
            given = {"records": _listed(records), "reason": reason}
            self.message_user(request, text % given, messages.ERROR)
        if not done and not foreign and not refused:
            self.message_user(request, _("Nothing had to be changed."), messages.INFO)


def _by_reason(refused: Iterable[tuple[Any, str]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record, reason in refused:
        found.setdefault(reason, []).append(record)
    return found


def _listed(records: list[Any]) -> str:
    names = ", ".join(str(record) for record in records[:NAMED])
    further = len(records) - NAMED
    return (
        names
        if further <= 0
        else _("%(names)s and %(count)d more") % {"names": names, "count": further}
    )
