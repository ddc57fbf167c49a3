from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from twinning.publishing import lifecycle
from twinning.publishing.forms.posted import without_checking
from twinning.publishing.forms.related import RelatedField
from twinning.publishing.models import WorkingCopy
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

    def _post_clean(self) -> None:
        record: Any = self.instance
        record.related_in_hand = frozenset(
            name
            for name, field in self.fields.items()
            if isinstance(field, RelatedField) and self.cleaned_data.get(name) is not None
        )
        super()._post_clean()  # type: ignore[misc]
        record.related_in_hand = frozenset()

    def validate_unique(self) -> None:
        record: Any = self.instance
        record.as_stored = frozenset(self._as_stored()) if record.pk else frozenset()
        super().validate_unique()
        record.as_stored = frozenset()

    def _as_stored(self) -> Iterator[str]:
        """Fields that are unique by themselves and say what they said when the record was read."""
        for name in self.initial.keys() & _unique_fields(self._meta.model):
            if getattr(self.instance, name) == self.initial[name]:
                yield name

    def _save_m2m(self) -> None:
        """Django asks what each list of records holds before it finds that nothing has changed."""
        many = {field.name for field in self._meta.model._meta.many_to_many}
        cleaned = self.cleaned_data
        same = many - set(self.changed_data)
        self.cleaned_data = {name: each for name, each in cleaned.items() if name not in same}
        super()._save_m2m()  # type: ignore[misc]
        self.cleaned_data = cleaned


def _unique_fields(model: type[Model]) -> set[str]:
    return {field.name for field in model._meta.fields if field.unique}


class PartForm(EditingForm[Record]):
    """A row on the page of the record it belongs to."""


class VersionedForm(EditingForm[Record]):
    """Refuses to save over a version, or another tab's working copy, that its user hasn't seen.

    `version` carries the number the form was opened with; `overwrite` the number of the newer
    version, once its user has chosen between the two. A refused form keeps all that was typed: it
    is simply invalid, `is_stale`. The admin sets the class attributes for a request: `kept` fills
    the form in with a working copy, `other_tab` is the copy that another tab has kept since, and
    `step` is taken by saving.
    """

    is_stale = False
    was_deleted = False
    whole_field = ""  # a part's page names the record whose version counts
    control_fields = frozenset({"version", "overwrite"})
    kept: QueryDict | None = None
    other_tab: WorkingCopy | None = None
    step: lifecycle.Step | None = None
    comment = ""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    overwrite = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        is_restored = data is None and self.kept is not None
        super().__init__(self.kept if is_restored else data, *args, **kwargs)
        self.initial["version"] = self.saved_version
        if is_restored:
            without_checking(self)
            self.is_stale = not self._knows_version(self.data.get("version"))

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

    def _knows_version(self, *given: Any) -> bool:
        return self.saved_version is None or str(self.saved_version) in map(str, given)

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in self.control_fields]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.was_deleted:
            self._refuse(ValidationError(_DELETED, code="deleted"))
        elif not self._knows_version(*map(self.cleaned_data.get, ("version", "overwrite"))):
            self._refuse(ValidationError(_STALE, code="stale"))
        elif self.other_tab is not None:
            self._refuse(ValidationError(_OTHER_TAB, code="other_tab"))
        elif self.step is not None and self.instance.pk is not None:
            self._check_step(self.step)
        return cleaned

    def _refuse(self, error: ValidationError) -> None:
        self.is_stale = True
        self.add_error(None, error)

    def _check_step(self, step: lifecycle.Step) -> None:
        try:
            lifecycle.check(step, self.instance, self.comment)
        except ValidationError as error:
            self.add_error(None, error)


_STALE = _(
    "Nothing was saved: somebody else has changed this record since you opened it. Your own "
    "changes are still in the form below."
)
_OTHER_TAB = _(
    "Nothing was saved: you have gone on writing this entry in another tab or window. Both "
    "versions are still there; choose below what to keep of each."
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
