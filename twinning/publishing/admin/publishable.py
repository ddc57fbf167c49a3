from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from twinning.publishing import lifecycle
from twinning.publishing.admin.bulk import BulkActions
from twinning.publishing.admin.buttons import Button
from twinning.publishing.admin.steps import ASKED, StepPages
from twinning.publishing.forms.bulk import BulkForm
from twinning.publishing.lifecycle import Step
from twinning.publishing.models import Status

STEPS = ["publish", "submit", "withdraw", "archive", "reopen"]
PLAN = (gettext_lazy("When it is public"), {"fields": [("publish_at", "unpublish_at")]})


class PublishableAdmin(StepPages, BulkActions):
    """The admin page of a record that is a draft first.

    Who may not publish writes drafts only: what is published stands closed to them but for working
    copies.
    """

    actions = [*STEPS]

    def fields_outside(self) -> set[str]:
        return {"publish_at", "unpublish_at"}  # on a row of their own, below

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_fieldsets(request, obj), PLAN]

    # Rights

    def is_guarded(self, obj: Any) -> bool:
        return obj is not None and bool(obj.is_approved)

    def may_publish(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_take(request, lifecycle.PUBLISH, obj)

    def may_take(self, request: HttpRequest, step: Step, obj: Any) -> bool:
        return (
            self.has_right(request, step.right)
            and self.has_right(request, "change")
            and self.is_own(request, obj)
        )

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_publish(request, obj)

    def locked_fields(self, request: HttpRequest, obj: Any, names: set[str]) -> set[str]:
        locked = super().locked_fields(request, obj, names)
        if self.may_publish(request, obj):
            return locked
        return locked | {"publish_at", "unpublish_at"}

    # Steps that a button of the form takes

    def step_of(self, request: HttpRequest, obj: Any) -> Step | None:
        """None for a published record: to publish its changes is to save them."""
        if obj is not None and self.is_guarded(obj):
            return None
        steps = (lifecycle.SUBMIT, lifecycle.PUBLISH)
        return next((step for step in steps if f"_{step.name}" in request.POST), None)

    def life_buttons(self, request: HttpRequest, obj: Any) -> list[Button]:
        status = Status.DRAFT if obj is None else obj.status
        steps = [
            step
            for step in (lifecycle.PUBLISH, lifecycle.SUBMIT)
            if status in step.sources and self.may_take(request, step, obj)
        ]
        return [
            Button(f"_{step.name}", str(step.label), is_likely=step is steps[0]) for step in steps
        ]

    # Lists

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def status_label(self, obj: Any) -> str:
        return format_html('<span class="status status-{}">{}</span>', obj.status, obj.status_label)

    @admin.action(
        description=gettext_lazy("Publish selected %(verbose_name_plural)s"),
        permissions=["publish"],
    )
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._take_with_all(request, queryset, lifecycle.PUBLISH)

    @admin.action(
        description=gettext_lazy("Send selected %(verbose_name_plural)s for review"),
        permissions=["change"],
    )
    def submit(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._take_with_all(request, queryset, lifecycle.SUBMIT)

    @admin.action(
        description=gettext_lazy("Take selected %(verbose_name_plural)s back to draft…"),
        permissions=["publish"],
    )
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._ask_and_take(request, queryset, lifecycle.WITHDRAW)

    @admin.action(
        description=gettext_lazy("Archive selected %(verbose_name_plural)s…"),
        permissions=["publish"],
    )
    def archive(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._ask_and_take(request, queryset, lifecycle.ARCHIVE)

    @admin.action(
        description=gettext_lazy("Take selected %(verbose_name_plural)s out of the archive"),
        permissions=["publish"],
    )
    def reopen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._take_with_all(request, queryset, lifecycle.REOPEN)

    def _ask_and_take(
        self, request: HttpRequest, queryset: QuerySet[Any], step: Step
    ) -> HttpResponse | None:
        form = BulkForm(request.POST)
        if not form.is_valid():
            text = str(ASKED[step.name])
            return self.ask(request, queryset, form, title=str(step.label), text=text)
        self._take_with_all(request, queryset, step, form.cleaned_data["comment"])
        return None

    def _take_with_all(
        self, request: HttpRequest, queryset: QuerySet[Any], step: Step, comment: str = ""
    ) -> None:
        def take(record: Any) -> bool:
            if record.status == step.target:
                return False
            lifecycle.advance(step, record, comment)
            return True

        def may(record: Any) -> bool:
            return self.may_take(request, step, record)

        self.change_each(
            request, queryset, may=may, change=take, action=step.action, comment=comment
        )
