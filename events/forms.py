"""The chronicle's filters, read from the address."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.models import EventKind
from events.models.event_queryset import EventQuerySet
from partners.models import Partnership, Topic

HERE, THERE, BOTH, ONLINE = "home", "partner", "both", "online"

# The codes of a wrong value: no address could be written so, or nothing public has the address.
MALFORMED, UNKNOWN = "malformed", "unknown"


class RecordField(forms.Field):
    """A record by its slug in the source language, the same in every language.

    `records` is called with each request: what is public depends on the moment. Anything may come
    from an address, so a value is looked at before the database sees it.
    """

    pattern = r"[-a-zA-Z0-9_]+"

    def __init__(self, records: Callable[[], Any], **options: Any) -> None:
        self.records = records
        super().__init__(required=False, **options)

    def to_python(self, value: Any) -> Any:
        if not value:
            return None
        if not re.fullmatch(self.pattern, value):
            raise ValidationError(_("An address can't be written like this."), code=MALFORMED)
        found = self.records().filter(**self.lookup(value)).first()
        if found is None:
            message = _("Nothing has the address “%(value)s”.")
            raise ValidationError(message, code=UNKNOWN, params={"value": value})
        return found

    def lookup(self, value: str) -> dict[str, str]:
        return {f"slug_{settings.LANGUAGE_CODE}": value}


class Choices(forms.Form):
    """Filters that an address carries."""

    @property
    def values(self) -> dict[str, str]:
        """The choices made, as they stand in the address."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}


class ChronicleFilter(Choices):
    """`?topic=kultura&kind=visit&place=partner`: the same keys and values in every language."""

    topic = RecordField(Topic.objects.all, label=_("Topic"))
    kind = forms.ChoiceField(
        choices=[("", ""), *EventKind.choices], required=False, label=_("Kind")
    )
    place = forms.ChoiceField(
        choices=[("", ""), *((place, place) for place in (HERE, THERE, BOTH, ONLINE))],
        required=False,
        label=_("Place"),
    )

    @property
    def is_narrowing(self) -> bool:
        return bool(self.values)

    def narrow(
        self, events: EventQuerySet, partnership: Partnership | None, *, but: str = ""
    ) -> EventQuerySet:
        """`events` of this partnership that pass all filters `but` one. The form must be valid.

        Without a partnership nothing can be chosen by its two cities.
        """
        chosen: dict[str, Any] = {**self.cleaned_data, but: None}
        if chosen["topic"]:
            events = events.about(chosen["topic"])
        if chosen["kind"]:
            events = events.of_kind(chosen["kind"])
        if chosen["place"] == ONLINE:
            return events.held_online()
        if partnership and chosen["place"] in (HERE, BOTH):
            events = events.in_place(partnership.home)
        if partnership and chosen["place"] in (THERE, BOTH):
            events = events.in_place(partnership.partner)
        return events
