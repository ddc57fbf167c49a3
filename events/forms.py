"""The chronicle's filters, read from the address."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.models import EventKind
from events.models.event_queryset import EventQuerySet
from partners.models import Partnership, Topic

HERE, THERE, ONLINE = "home", "partner", "online"


class ChronicleFilter(forms.Form):
    """`?topic=kultura&kind=visit&place=partner`: the same keys and values in every language."""

    topic = forms.ModelChoiceField(
        Topic.objects.all(),
        required=False,
        to_field_name=f"slug_{settings.LANGUAGE_CODE}",
        label=_("Topic"),
    )
    kind = forms.ChoiceField(
        choices=[("", ""), *EventKind.choices], required=False, label=_("Kind")
    )
    place = forms.ChoiceField(
        choices=[("", ""), (HERE, HERE), (THERE, THERE), (ONLINE, ONLINE)],
        required=False,
        label=_("Place"),
    )

    @property
    def values(self) -> dict[str, str]:
        """The choices made, as they stand in the address."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    @property
    def is_narrowing(self) -> bool:
        return bool(self.values)

    def narrow(
        self, events: EventQuerySet, partnership: Partnership, *, but: str = ""
    ) -> EventQuerySet:
        """`events` of this partnership that pass all filters `but` one. The form must be valid."""
        chosen: dict[str, Any] = {**self.cleaned_data, but: None}
        if chosen["topic"]:
            events = events.about(chosen["topic"])
        if chosen["kind"]:
            events = events.of_kind(chosen["kind"])
        if chosen["place"] == ONLINE:
            return events.held_online()
        if chosen["place"] == HERE:
            return events.in_place(partnership.home)
        if chosen["place"] == THERE:
            return events.in_place(partnership.partner)
        return events
