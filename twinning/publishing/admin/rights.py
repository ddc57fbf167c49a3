from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from twinning.publishing.admin.fields import RecordFields
from twinning.publishing.forms import VersionedForm
from twinning.publishing.languages import translations


class RecordRights(RecordFields, admin.ModelAdmin[Any]):
    """Who may do what with a record.

    Rights come in steps: the groups' permissions on the model; `translate` alone opens only the
    translations; a query set with `editable_by(user)` says whose the record is; subclasses narrow
    further in `is_guarded`. Whose right to change stops there may still fill in a working copy.
    """

    def may_change(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may save all of the record, not only its translations."""
        open_to_user = not self.is_guarded(obj) or self.may_publish(request, obj)
        return open_to_user and self.may_stage(request, obj)

    def may_stage(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the user may fill in a working copy of all of the record."""
        return self.has_right(request, "change") and self.is_own(request, obj)

    def is_guarded(self, obj: Any) -> bool:
        """Whether saving would change what residents see, so that it takes the right to publish."""
        return False

    def may_publish(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_stage(request, obj)

    def may_translate(self, request: HttpRequest, obj: Any = None) -> bool:
        return (
            self.has_right(request, "translate")
            and bool(translations(self.model))
            and self.is_own(request, obj)
        )

    def is_own(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the record belongs to what the user is limited to. Asked once in a request."""
        queryset = self.model._default_manager.all()
        if obj is None or obj.pk is None or not hasattr(queryset, "editable_by"):
            return True
        answers = request.__dict__.setdefault("_own_records", {})
        key = (self.model, obj.pk)
        if key not in answers:
            answers[key] = queryset.editable_by(request.user).filter(pk=obj.pk).exists()
        return bool(answers[key])

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_stage(request, obj) or self.may_translate(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self.is_own(request, obj)

    def locked_fields(self, request: HttpRequest, obj: Any, names: set[str]) -> set[str]:
        """Which of the form's fields the user may see but not change."""
        whole = self.may_stage(request, obj) if obj else self.has_add_permission(request)
        return set() if whole else names - translations(self.model) - VersionedForm.control_fields
