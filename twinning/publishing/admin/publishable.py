from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from twinning.publishing.admin.record import RecordAdmin
from twinning.publishing.models import Status


class PublishableAdmin(RecordAdmin):
    """The admin page of a record that is a draft first.

    Who may not publish writes drafts only: what is published stands closed to them.
    """

    actions = ["publish", "unpublish"]

    def may_change(self, request: HttpRequest, obj: Any = None) -> bool:
        open_to_user = obj is None or not obj.is_published or self.has_right(request, "publish")
        return open_to_user and super().may_change(request, obj)

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (
            self.has_right(request, "publish")
            and self.has_right(request, "change")
            and self.is_own(request, obj)
        )

    def locked_fields(self, request: HttpRequest, obj: Any, names: set[str]) -> set[str]:
        locked = super().locked_fields(request, obj, names)
        return locked if self.has_publish_permission(request, obj) else locked | {"status"}

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def status_label(self, obj: Any) -> str:
        return format_html(
            '<span class="status status-{}">{}</span>', obj.status, obj.get_status_display()
        )

    @admin.action(
        description=gettext_lazy("Publish selected %(verbose_name_plural)s"),
        permissions=["publish"],
    )
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._set_status(request, queryset, Status.PUBLISHED)

    @admin.action(
        description=gettext_lazy("Take selected %(verbose_name_plural)s back to draft"),
        permissions=["publish"],
    )
    def unpublish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._set_status(request, queryset, Status.DRAFT)

    def _set_status(self, request: HttpRequest, queryset: QuerySet[Any], status: Status) -> None:
        done = refused = 0
        keys = list(queryset.order_by().values_list("pk", flat=True).distinct())
        with transaction.atomic():
            records = self.model._default_manager.select_for_update(of=("self",))
            for record in records.filter(pk__in=keys).exclude(status=status):
                if not self.has_publish_permission(request, record):
                    refused += 1
                elif self._change_status(request, record, status):
                    done += 1
        self._report(request, done, refused, status)

    def _change_status(self, request: HttpRequest, record: Any, status: Status) -> bool:
        record.status = status
        try:
            record.full_clean()
        except ValidationError as error:
            text = _("“%(record)s” is left as it was: %(reason)s") % {
                "record": record,
                "reason": " ".join(error.messages),
            }
            self.message_user(request, text, messages.ERROR)
            return False
        record.version += 1
        record.save(update_fields=["status", "published_at", "version", "updated_at"])
        self.log_change(request, record, [{"changed": {"fields": [str(_("status"))]}}])
        return True

    def _report(self, request: HttpRequest, done: int, refused: int, status: Status) -> None:
        if done:
            text = (
                ngettext("%(count)d entry published.", "%(count)d entries published.", done)
                if status is Status.PUBLISHED
                else ngettext(
                    "%(count)d entry taken back to draft.",
                    "%(count)d entries taken back to draft.",
                    done,
                )
            )
            self.message_user(request, text % {"count": done}, messages.SUCCESS)
        if refused:
            text = ngettext(
                "%(count)d entry belongs to another home city and is left as it was.",
                "%(count)d entries belong to another home city and are left as they were.",
                refused,
            )
            self.message_user(request, text % {"count": refused}, messages.ERROR)
        if not done and not refused:
            self.message_user(request, _("Nothing had to be changed."), messages.INFO)
