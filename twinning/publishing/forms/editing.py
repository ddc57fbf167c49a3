from functools import cached_property
from typing import Any, TypeVar

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext_lazy as _

from twinning.publishing.widgets import show_chosen

Record = TypeVar("Record", bound=Model)


class EditingForm(forms.ModelForm[Record]):
    """A form whose `locked` fields can't be changed, whatever is posted.

    The admin sets `locked` on the class it makes for a request.
    """

    locked: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.locked & self.fields.keys():
            lock(self.fields[name])
        for field in self._meta.model._meta.fields:
            if isinstance(field, ForeignKey) and field.is_cached(self.instance):
                chosen = field.get_cached_value(self.instance)
                if chosen is not None and field.name in self.fields:
                    show_chosen(self.fields[field.name], chosen)


class PartForm(EditingForm[Record]):
    """A row on the page of the record it belongs to."""


class VersionedForm(EditingForm[Record]):
    """Refuses to save over a version that its user hasn't seen.

    `version` carries the number the form was opened with; `overwrite` the number of the newer
    version, once its user has seen the differences and ticked the box. A refused form keeps all
    that was typed: it is simply invalid, `is_stale`.
    """

    is_stale = False
    was_deleted = False
    whole_field = ""  # a part's page names the record whose version counts
    control_fields = frozenset({"version", "overwrite"})

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    overwrite = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.saved_version

    @property
    def saved_version(self) -> int | None:
        """The number in the database when the request began; None for a new record."""
        record = self.versioned_record
        return None if record is None else record.version

    @property
    def versioned_record(self) -> Any:
        """The record whose version counts; None for a new one."""
        if self.instance.pk is None:
            return None
        return getattr(self.instance, self.whole_field) if self.whole_field else self.instance

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in self.control_fields]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        given = {self.cleaned_data.get("version"), self.cleaned_data.get("overwrite")}
        if self.was_deleted:
            self.is_stale = True
            self.add_error(None, ValidationError(_DELETED, code="deleted"))
        elif self.saved_version is not None and self.saved_version not in given:
            self.is_stale = True
            self.add_error(None, ValidationError(_STALE, code="stale"))
        return cleaned


_STALE = _(
    "Nothing was saved: somebody else has changed this record since you opened it. Your own "
    "changes are still in the form below."
)
_DELETED = _(
    "Nothing was saved: somebody has deleted this record since you opened it. What you wrote is "
    "still below; saving now creates the record anew."
)


def lock(field: forms.Field) -> None:
    """Ignore what is posted for the field, and show it as closed."""
    field.disabled = True
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_add_related = False
        field.widget.can_change_related = False
        field.widget.can_delete_related = False
