"""What is asked before texts leave, and before a file is read."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from partners.models import Partnership
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import refuse_other_languages
from twinning.site.exchange.selection import Selection
from twinning.translation.collation import in_alphabet
from twinning.translation.coverage import other_languages
from twinning.translation.exchange.files import MAX_BYTES, Format, Parcel, read
from twinning.translation.states import State

ALL = "all"
STATES = [
    (State.MISSING.name.lower(), _("not translated yet")),
    (State.OUTDATED.name.lower(), _("outdated translations")),
    (ALL, _("all texts")),
]
FORMATS = [
    (Format.XLIFF.value, _("XLIFF 1.2: for most translators’ tools")),
    (Format.PO.value, _("PO: for gettext tools such as Poedit")),
]


def languages() -> list[tuple[str, Any]]:
    names = dict(settings.LANGUAGES)
    return [(code, names[code]) for code in other_languages()]


class ExportForm(forms.Form):
    """Choices have no wrong order and no side effect, so the form is sent with the address."""

    language = forms.ChoiceField(label=_("Language"), choices=languages)
    state = forms.ChoiceField(
        label=_("Which texts"), choices=STATES, widget=forms.RadioSelect, initial="missing"
    )
    kinds = forms.MultipleChoiceField(
        label=_("Of which records"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("With none chosen: of all."),
    )
    partnership: Any = forms.ModelChoiceField(
        label=_("Partnership"), queryset=None, required=False, empty_label=_("all of them")
    )
    format = forms.ChoiceField(
        label=_("Format"), choices=FORMATS, widget=forms.RadioSelect, initial=Format.XLIFF.value
    )

    def __init__(self, reach: Reach, chosen: Any = None) -> None:
        super().__init__(chosen, label_suffix="")
        self.models = {model._meta.label_lower: model for model in reach.kinds()}
        choices: Any = self.fields["kinds"]
        kinds = [
            (label, capfirst(str(model._meta.verbose_name_plural)))
            for label, model in self.models.items()
        ]
        choices.choices = in_alphabet(kinds, key=lambda pair: pair[1])
        partnerships: Any = self.fields["partnership"]
        partnerships.queryset = reach.own(Partnership).with_places()

    @property
    def selection(self) -> Selection:
        chosen = self.cleaned_data
        state = None if chosen["state"] == ALL else State[chosen["state"].upper()]
        kinds = [self.models[label] for label in chosen["kinds"]]
        return Selection(chosen["language"], state, kinds, chosen["partnership"])

    @property
    def file_format(self) -> Format:
        return Format(self.cleaned_data["format"])

    @property
    def file_name(self) -> str:
        chosen = self.cleaned_data
        return f"{chosen['language']}-{chosen['state']}{self.file_format.ending}"


class UploadForm(forms.Form):
    """The file is read here once, so that one that can't be is refused beside its field."""

    language = forms.ChoiceField(label=_("Language"), choices=languages)
    file = forms.FileField(
        label=_("File"),
        help_text=format_lazy(
            _("XLIFF 1.2 or PO, as it was exported here. At most {most} MB."),
            most=MAX_BYTES // 1024 // 1024,
        ),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po"}),
        max_length=200,
    )
    takes_unfinished = forms.BooleanField(
        label=_("Take texts that are still marked as unfinished, too"),
        required=False,
        help_text=_("Only for a tool that can’t mark them as done."),
    )

    parcel: Parcel

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        # One byte more than is allowed tells as much as the whole of a larger file.
        self.parcel = read(upload.read(MAX_BYTES + 1))
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "file" in cleaned and "language" in cleaned:
            try:
                refuse_other_languages(self.parcel, cleaned["language"])
            except ValidationError as error:
                self.add_error("file", error)
        return cleaned
