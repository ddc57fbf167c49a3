from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import OrganisationFilter
from events.data.shapes import Address, Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Citation
from partners.models import Organisation, Partnership
from twinning.translation.texts import text_of


class OrganisationObject(shapes.Record):
    """An association, institution, school, company or public body."""

    name: str = described(_("present name"))
    short_name: str | None = described(_("short name"))
    own_name: str | None = described(_("name in its own language"))
    own_language: str | None = described(_("language of the own name"))
    former_names: list[shapes.Former] = described(_("names it had before"))
    kind: str = described(_("kind, a word that is the same in every language"))
    seat: str | None = described(_("city of its seat"))
    country: str | None = described(_("country of its seat (ISO 3166-1)"))
    founded: Edtf | None = described(_("when it was founded, as EDTF"))
    founded_earliest: Day | None = described(_("first day that the date may mean"))
    founded_latest: Day | None = described(_("last day that the date may mean"))
    founded_text: str | None = described(_("date as people write it"))
    dissolved: Edtf | None = described(_("when it was dissolved, as EDTF"))
    dissolved_earliest: Day | None = described(_("first day that the date may mean"))
    dissolved_latest: Day | None = described(_("last day that the date may mean"))
    dissolved_text: str | None = described(_("date as people write it"))
    predecessor: shapes.Named | None = described(_("organisation that it follows"))
    summary: str | None = described(_("one or two sentences"))
    aims: str | None = described(_("its aims"))
    address: str | None = described(_("postal address"))
    email: str | None = described(_("e-mail address"))
    telephone: str | None = described(_("telephone number"))
    website: Address | None = described(_("website"))
    partnerships: list[shapes.Pair] = described(_("partnerships in which it has a lasting part"))
    sources: list[shapes.Cited] = described(_("sources"))


def _records() -> Any:
    partnerships = Partnership.objects.published().with_places()
    return (
        Organisation.objects.published()
        .with_former_names()
        .select_related("seat")
        .prefetch_related(
            Prefetch("predecessor", queryset=Organisation.objects.published()),
            Prefetch("partnerships", queryset=partnerships),
            Prefetch("citations", queryset=Citation.objects.public()),
        )
        .order_by("pk")
    )


def _values(organisation: Organisation, absolute: Absolute) -> Values:
    seat, before = organisation.seat, organisation.predecessor
    return {
        **values.heading(organisation, absolute),
        "name": text_of(organisation, "name"),
        "short_name": values.optional(organisation, "short_name"),
        "own_name": organisation.local_name or None,
        "own_language": organisation.local_language or None,
        "former_names": values.former(organisation.former_names.all()),
        "kind": organisation.kind,
        "seat": text_of(seat, "name") if seat else None,
        "country": seat.country if seat else None,
        **values.dated("founded", organisation.founded),
        **values.dated("dissolved", organisation.dissolved),
        "predecessor": values.named(before, absolute) if before else None,
        "summary": values.optional(organisation, "summary"),
        "aims": values.rich(organisation, "aims"),
        "address": organisation.address or None,
        "email": organisation.email or None,
        "telephone": organisation.telephone or None,
        "website": organisation.website or None,
        "partnerships": [values.pair(each, absolute) for each in organisation.partnerships.all()],
        "sources": values.sources(organisation.citations.all(), absolute),
        **values.imprint(organisation),
    }


ORGANISATIONS = Dataset(
    name="organisations",
    segment=pgettext_lazy("address", "organisations/"),
    title=_("Organisations"),
    about=_("Associations, schools, institutions and companies, with the names they once had."),
    themes=("GOVE", "EDUC", "SOCI"),
    model=Organisation,
    shape=OrganisationObject,
    filters=OrganisationFilter,
    records=_records,
    values=_values,
    landing="organisations",
)
