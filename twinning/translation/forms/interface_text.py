from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.translation.interface.addresses import address_fault
from twinning.translation.interface.keeping import token_of
from twinning.translation.interface.plurals import numbers_of_forms
from twinning.translation.interface.texts import InterfaceText, catalogue_of
from twinning.translation.interface.words import in_words


class InterfaceTextForm(forms.Form):
    """One text in all its plural forms, checked as CI checks the catalogues."""

    token = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Note for colleagues"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("Addresses may change: links to the old ones will lead nowhere"),
        required=False,
    )

    def __init__(
        self, data: Any = None, *, text: InterfaceText, language: str, others: list[InterfaceText]
    ) -> None:
        self.text, self.language, self.others = text, language, others
        change = text.change
        shown = change.forms if change and text.is_contested else text.forms
        initial = {"token": token_of(text), "note": change.note if change else ""}
        initial |= {f"form_{index}": form for index, form in enumerate(shown)}
        super().__init__(data, initial=initial, label_suffix="")
        labels = self._labels()
        for index, _form in enumerate(text.written):
            self.fields[f"form_{index}"] = self._box(labels[index])
        if not text.is_address:
            del self.fields["confirmed"]
        self.order_fields([f"form_{index}" for index, _form in enumerate(text.written)])

    def _labels(self) -> list[str]:
        if len(self.text.ids) == 1:
            return [_("Text")]
        numbers = numbers_of_forms(catalogue_of(self.language))
        return [
            _("Form for %(numbers)s") % {"numbers": each or _("fractions (1.5)")}
            for each in numbers
        ]

    def _box(self, label: str) -> forms.CharField:
        rows = min(max(len(source) for source in self.text.ids) // 60 + 1, 12)
        attrs = {"rows": rows, "lang": self.language, "class": "vLargeTextField"}
        widget = forms.Textarea(attrs=attrs)
        return forms.CharField(label=label, required=False, strip=False, widget=widget)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if any(name not in cleaned for name in self.box_names):
            return cleaned
        texts = self.texts  # a complaint takes its text out of the cleaned data
        for fault in self.text.faults_with(texts):
            self.add_error(f"form_{fault.form or 0}", in_words(fault))
        if self.text.is_address and texts != self.text.forms and not self.errors:
            self._clean_address(texts[0], confirmed=bool(cleaned.get("confirmed")))
        return cleaned

    def _clean_address(self, wanted: str, *, confirmed: bool) -> None:
        if fault := address_fault(self.text, wanted, self.language, self.others):
            self.add_error("form_0", fault)
        elif not confirmed:
            self.add_error("confirmed", _("Confirm that addresses may change."))

    @property
    def box_names(self) -> list[str]:
        return [f"form_{index}" for index, _form in enumerate(self.text.written)]

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in self.box_names]

    @property
    def texts(self) -> list[str]:
        """As typed; browsers send line breaks in their own way."""
        return [self.cleaned_data[name].replace("\r\n", "\n") for name in self.box_names]
