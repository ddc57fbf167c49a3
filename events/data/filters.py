"""What may be chosen of a dataset: exactly what pages offer, by the same keys and values."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events.forms import BOTH, HERE, MALFORMED, THERE, Choices, ChronicleFilter, RecordField
from events.models import Source
from events.models.event_queryset import EventQuerySet
from events.models.series import Series
from partners.models import Network, Organisation, Partnership, Person, Place

LARGEST = 2**63 - 1  # what a column of keys holds


class PartnershipField(RecordField):
    """A partnership as `katowice/saint-etienne`: both slugs in the source language."""

    pattern = r"[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+"

    def lookup(self, value: str) -> dict[str, str]:
        home, _slash, partner = value.partition("/")
        slug = f"slug_{settings.LANGUAGE_CODE}"
        return {f"home__{slug}": home, f"partner__{slug}": partner}


class NumberField(forms.Field):
    """A whole number in plain digits, from `least` to `most`."""

    pattern = r"0|[1-9][0-9]{0,18}"

    def __init__(self, least: int, most: int, **options: Any) -> None:
        self.least, self.most = least, most
        super().__init__(required=False, **options)

    def to_python(self, value: Any) -> int | None:
        if not value:
            return None
        if re.fullmatch(self.pattern, value) and self.least <= int(value) <= self.most:
            return int(value)
        message = _("Give a whole number from %(least)s to %(most)s.")
        limits = {"least": str(self.least), "most": str(self.most)}
        raise ValidationError(message, code=MALFORMED, params=limits)


class YearField(NumberField):
    """A year of four digits, as in the addresses of years."""

    def __init__(self, **options: Any) -> None:
        super().__init__(1000, date.max.year, **options)


class DataFilter(Choices):
    """No filter but those named in a subclass. A parameter that isn't one is refused, not ignored:
    a misspelt filter would otherwise pass the whole off as a part."""

    def __init__(self, given: QueryDict) -> None:
        self.given = given
        super().__init__(given)

    def passing(self, records: Any) -> Any:
        """What of `records` passes. The form must be valid."""
        return records

    def clean(self) -> dict[str, Any]:
        for name in self.given:
            if name not in self.fields:
                message = _("There is no parameter “%(name)s” here.")
                self.add_error(None, ValidationError(message, params={"name": name}))
            elif len(self.given.getlist(name)) > 1:
                self.add_error(name, ValidationError(_("Give it once only."), code=MALFORMED))
            elif not self.given[name]:
                message = _("Give it a value or leave it out.")
                self.add_error(name, ValidationError(message, code=MALFORMED))
        return self.cleaned_data


def _published(model: Any) -> Callable[[], Any]:
    return lambda: model.objects.published()


class PartnershipFilter(DataFilter):
    home = RecordField(lambda: Place.objects.homes(), label=_("Home city"))

    def passing(self, records: Any) -> Any:
        home = self.cleaned_data["home"]
        return records.of_home(home) if home else records


class OrganisationFilter(DataFilter):
    partnership = PartnershipField(_published(Partnership), label=_("Partnership"))

    def passing(self, records: Any) -> Any:
        partnership = self.cleaned_data["partnership"]
        return records.filter(partnerships=partnership) if partnership else records


class AgreementFilter(DataFilter):
    partnership = PartnershipField(_published(Partnership), label=_("Partnership"))
    network = RecordField(_published(Network), label=_("Network"))

    def passing(self, records: Any) -> Any:
        for name in ("partnership", "network"):
            if self.cleaned_data[name]:
                records = records.filter(**{name: self.cleaned_data[name]})
        return records


class EventFilter(DataFilter, ChronicleFilter):
    """The filters of the chronicle, and the pages that list entries of one thing."""

    partnership = PartnershipField(_published(Partnership), label=_("Partnership"))
    home = RecordField(lambda: Place.objects.homes(), label=_("Home city"))
    year = YearField(
        label=_("Year"), help_text=_("Entries begun in it, and those that reach into it.")
    )
    since = YearField(label=_("From the year"))
    until = YearField(label=_("Until the year"))
    series = RecordField(_published(Series), label=_("Series"))
    organisation = RecordField(_published(Organisation), label=_("Organisation"))
    person = RecordField(_published(Person), label=_("Person"))
    network = RecordField(_published(Network), label=_("Network"))
    source = RecordField(_published(Source), label=_("Source"))

    def clean(self) -> dict[str, Any]:
        chosen = super().clean()
        since, until = chosen.get("since"), chosen.get("until")
        if since and until and since > until:
            message = _("The last year can't come before the first.")
            self.add_error("until", ValidationError(message, code=MALFORMED))
        if chosen.get("place") in (HERE, THERE, BOTH) and not self.data.get("partnership"):
            message = _("Choose the partnership whose cities are meant.")
            self.add_error("place", ValidationError(message, code=MALFORMED))
        return self.cleaned_data

    def passing(self, records: Any) -> Any:
        chosen = self.cleaned_data
        events = self.narrow(records, chosen["partnership"])
        for name, narrowed in NARROWED.items():
            if chosen[name]:
                events = narrowed(events, chosen[name])
        return events


NARROWED: dict[str, Callable[[EventQuerySet, Any], EventQuerySet]] = {
    "partnership": EventQuerySet.of_partnership,
    "home": EventQuerySet.of_home,
    "year": EventQuerySet.told_in,
    "since": lambda events, year: events.between(date(year, 1, 1), date.max),
    "until": lambda events, year: events.between(date.min, date(year, 12, 31)),
    "series": lambda events, series: events.filter(series=series),
    "organisation": EventQuerySet.with_organisation,
    "person": EventQuerySet.with_person,
    "network": lambda events, network: events.filter(networks=network),
    "source": EventQuerySet.citing,
}
