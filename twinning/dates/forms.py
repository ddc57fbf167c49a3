"""The form field that takes a date as people write it and says how it was read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing import LANGUAGES
from twinning.dates.value import HistoricalDate


def reading(date: HistoricalDate) -> str:
    """The echo shown to an editor: the date in words and, in brackets, as it is stored."""
    return _("Read as: %(words)s (%(edtf)s)") % {"words": date.render(), "edtf": date.edtf}


class HistoricalDateInput(forms.TextInput):
    """A text input followed by its reading.

    `read_url` answers like `views.read`; with it the reading follows the typing (`dates/echo.js`),
    without it, or without JavaScript, it stands there after every submit.
    """

    class Media:
        js = [forms.Script("dates/echo.js", defer=True)]

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, read_url: str | Promise | None = None
    ) -> None:
        super().__init__(attrs)
        self.read_url = read_url

    def format_value(self, value: Any) -> str | None:
        """Words the reader takes back; EDTF where it does not read the active language."""
        if not isinstance(value, HistoricalDate):
            return str(value) if value else None
        known = (get_language() or "").partition("-")[0] in LANGUAGES
        return value.render(style="plain") if known else value.edtf

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        echo = f"{(attrs or {}).get('id', name)}_reading"
        attrs = {"autocomplete": "off", "data-date-echo": echo, **(attrs or {})}
        if self.read_url:
            attrs["data-date-read-url"] = str(self.read_url)
        return format_html(
            '{}<output class="date-reading" id="{}" aria-live="polite">{}</output>',
            super().render(name, value, attrs, renderer),
            echo,
            self._reading(value),
        )

    def _reading(self, value: Any) -> str:
        if not value:
            return ""
        try:
            return reading(
                value if isinstance(value, HistoricalDate) else HistoricalDate.parse(value)
            )
        except DateNotUnderstood:
            return ""  # the field's own error says it


class HistoricalDateField(forms.CharField):
    """Cleans to a HistoricalDate or None. `context_year` is the year that "br." stands for."""

    widget = HistoricalDateInput

    def __init__(self, *, context_year: int | None = None, **kwargs: Any) -> None:
        self.context_year = context_year
        super().__init__(**{**kwargs, "empty_value": None})

    def to_python(self, value: Any) -> HistoricalDate | None:  # type: ignore[override]
        if isinstance(value, HistoricalDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return HistoricalDate.parse(text, context_year=self.context_year)
        except DateNotUnderstood as error:
            raise ValidationError(error.message, code=error.code) from error
