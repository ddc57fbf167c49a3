"""What a visitor may choose, read from an address or a form; the same keys in every language."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from events.booklet.choice import Choice, Format, language_choices, told_years
from events.models import Event
from partners.models import Partnership


class BookletForm(forms.Form):
    """`?first=1991&last=2023&language=pl-en&format=pdf`, of the years that tell something."""

    first = forms.TypedChoiceField(coerce=int, label=_("First year"))
    last = forms.TypedChoiceField(coerce=int, label=_("Last year"))
    language = forms.ChoiceField(label=_("Language"))
    format = forms.ChoiceField(label=_("Format"), choices=Format.choices)

    def __init__(self, partnership: Partnership, data: Any = None) -> None:
        super().__init__(data)
        self.partnership = partnership
        self.years = told_years(partnership)
        for name in ("first", "last"):
            self._field(name).choices = [(year, year) for year in self.years]
        self._field("language").choices = language_choices()
        if self.years:
            self.initial = {
                "first": self.years[0],
                "last": self.years[-1],
                "language": get_language(),
                "format": Format.PDF.value,
            }

    def _field(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if self.errors:
            return given
        if given["first"] > given["last"]:
            raise forms.ValidationError(_("The last year can’t come before the first."))
        self._refuse_too_much(self.choice)
        return given

    @property
    def choice(self) -> Choice:
        given = self.cleaned_data
        return Choice(
            self.partnership, given["first"], given["last"], given["language"], given["format"]
        )

    def _refuse_too_much(self, choice: Choice) -> None:
        events = Event.objects.published().of_partnership(choice.partnership)
        count = events.begun_between(choice.first_year, choice.last_year).count()
        most = settings.BOOKLET_ENTRIES // len(choice.languages)
        if count > most:
            text = ngettext(
                "These years hold %(count)s entry, and a booklet at most %(most)s.",
                "These years hold %(count)s entries, and a booklet in as many languages at most "
                "%(most)s. Choose fewer years.",
                count,
            )
            raise forms.ValidationError(text % {"count": count, "most": most})
