from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import DataFilter
from events.data.shapes import Day, Edtf, described
from events.data.values import Absolute, Values
from partners.models import Office, Person
from twinning.translation.texts import text_of


class OfficeObject(shapes.Shape):
    title: str = described(_("the office in full"))
    place: str | None = described(_("city"))
    held: Edtf = described(_("when it was held, as EDTF"))
    held_earliest: Day | None = described(_("first day that the date may mean"))
    held_latest: Day | None = described(_("last day that the date may mean"))
    held_text: str = described(_("date as people write it"))
    attested: bool = described(
        _("whether the dates are those of the first and last mention; the term may be longer")
    )
    note: str | None = described(_("note"))


class PersonObject(shapes.Record):
    """Somebody in a public function."""

    given_name: str = described(_("given name"))
    family_name: str = described(_("family name"))
    summary: str | None = described(_("one or two sentences"))
    offices: list[OfficeObject] = described(_("public functions"))


def _records() -> Any:
    return Person.objects.published().prefetch_related("offices__place").order_by("pk")


def _values(person: Person, absolute: Absolute) -> Values:
    return {
        **values.heading(person, absolute),
        "given_name": person.given_name,
        "family_name": person.family_name,
        "summary": values.optional(person, "summary"),
        "offices": [_office(office) for office in person.offices.all()],
        **values.imprint(person),
    }


def _office(office: Office) -> Values:
    return {
        "title": text_of(office, "title"),
        "place": text_of(office.place, "name") if office.place else None,
        **values.dated("held", office.held),
        "attested": office.attested,
        "note": values.optional(office, "note"),
    }


PEOPLE = Dataset(
    name="people",
    segment=pgettext_lazy("address", "people/"),
    title=_("People"),
    about=_("People in public functions whom the chronicle names, with their offices."),
    themes=("GOVE",),
    model=Person,
    shape=PersonObject,
    filters=DataFilter,
    records=_records,
    values=_values,
    landing="people",
)
