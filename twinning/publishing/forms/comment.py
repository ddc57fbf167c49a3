from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from twinning.publishing.lifecycle import Step


class CommentForm(forms.Form):
    """A word to colleagues about a step."""

    comment = forms.CharField(
        label=_("Comment for your colleagues"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StepForm(CommentForm):
    """Why, and at which version of the record its user decided."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, record: Any, step: Step, *args: Any) -> None:
        super().__init__(*args)
        self.record, self.step = record, step
        self.initial["version"] = record.version
        self.fields["comment"].required = step.needs_comment

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("version") != self.record.version:
            self.add_error(None, ValidationError(_STALE, code="stale"))
        return cleaned

    @property
    def is_stale(self) -> bool:
        return self.has_error("__all__", "stale")


_STALE = _(
    "Somebody has changed the record since you opened this page. Look at it once more, then decide."
)
