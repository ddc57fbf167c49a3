from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from twinning.publishing.forms.comment import CommentForm


class BulkForm(CommentForm):
    """What is asked once before many records are changed; `confirmed` tells the answer apart."""

    confirmed = forms.CharField(widget=forms.HiddenInput, initial="yes")

    def __init__(self, posted: Any) -> None:
        """Bound once its page has been sent, unbound when an action has only been chosen."""
        super().__init__(posted if "confirmed" in posted else None)


class ChoiceForm(BulkForm):
    """Asks which of `choices` to add to the records, or to take away from them."""

    chosen: Any = forms.ModelMultipleChoiceField(
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )
    field_order = ("chosen", "comment")

    def __init__(self, choices: Any, label: str, posted: Any) -> None:
        super().__init__(posted)
        field: Any = self.fields["chosen"]
        field.queryset, field.label = choices, label
