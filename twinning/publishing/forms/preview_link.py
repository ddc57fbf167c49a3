from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ON_A_DATE = "date"
LONGEST = timedelta(days=365)


class PreviewLinkForm(forms.Form):
    """For whom a link is, and how long it works."""

    note = forms.CharField(label=_("For whom"), max_length=200, required=False)
    period = forms.ChoiceField(
        label=_("The link works"),
        choices=[
            ("1", _("for 1 day")),
            ("7", _("for 7 days")),
            ("30", _("for 30 days")),
            (ON_A_DATE, _("up to and including this date")),
        ],
        initial="7",
    )
    until = forms.DateField(
        label=_("Date"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("period") == ON_A_DATE and "until" not in self.errors:
            self._check_date(cleaned.get("until"))
        return cleaned

    def _check_date(self, until: date | None) -> None:
        today = timezone.localdate()
        if until is None:
            self.add_error("until", _("Give the last day on which the link works."))
        elif until < today:
            self.add_error("until", _("This day is over."))
        elif until > today + LONGEST:
            self.add_error("until", _("A link works for a year at most."))

    @property
    def expires_at(self) -> datetime:
        """To the minute after so many days, or at the end of the day that was given."""
        if self.cleaned_data["period"] != ON_A_DATE:
            return timezone.now() + timedelta(days=int(self.cleaned_data["period"]))
        following = self.cleaned_data["until"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(following, time.min))
