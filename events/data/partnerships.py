from typing import Any

from django.db.models import Count, Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import PartnershipFilter
from events.data.shapes import Address, Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Agreement, Citation
from partners.models import Partnership
from twinning.publishing.models import is_public
from twinning.translation.texts import text_of


class PartnershipObject(shapes.Record):
    """A home city and one of its partners."""

    home: str = described(_("home city"))
    partner: str = described(_("partner"))
    own_name: str | None = described(_("the partner's name in its own language"))
    own_language: str | None = described(_("language of the own name"))
    country: str = described(_("country of the partner (ISO 3166-1)"))
    latitude: float | None = described(_("latitude of the partner"))
    longitude: float | None = described(_("longitude of the partner"))
    population: int | None = described(_("population of the partner"))
    population_year: int | None = described(_("year of that figure"))
    population_source: str | None = described(_("source of that figure"))
    wikidata: str | None = described(_("identifier of the partner in Wikidata"))
    website: Address | None = described(_("website of the partner"))
    kind: str = described(_("kind, a word that is the same in every language"))
    state: str = described(_("whether it is active, dormant or ended"))
    state_since: Edtf | None = described(_("since when, as EDTF"))
    state_since_earliest: Day | None = described(_("first day that the date may mean"))
    state_since_latest: Day | None = described(_("last day that the date may mean"))
    state_since_text: str | None = described(_("date as people write it"))
    summary: str | None = described(_("one or two sentences"))
    introduction: str | None = described(_("introduction"))
    topics: list[str] = described(_("what it is about"))
    topic_keys: list[str] = described(_("the topics as words that are the same in every language"))
    entries: int = described(_("number of published entries of its chronicle"))
    agreements: list[shapes.Titled] = described(_("agreements"))
    sources: list[shapes.Cited] = described(_("sources"))


def _records() -> Any:
    return (
        Partnership.objects.published()
        .with_places()
        .annotate(entries=Count("events", filter=is_public("events")))
        .prefetch_related(
            "topics",
            Prefetch("agreements", queryset=Agreement.objects.published().in_order()),
            Prefetch("citations", queryset=Citation.objects.public()),
        )
        .order_by("pk")
    )


def _values(partnership: Partnership, absolute: Absolute) -> Values:
    partner = partnership.partner
    return {
        **values.heading(partnership, absolute),
        "home": text_of(partnership.home, "name"),
        "partner": text_of(partner, "name"),
        "own_name": partner.local_name or None,
        "own_language": partner.local_language or None,
        "country": partner.country,
        "latitude": _number(partner.latitude),
        "longitude": _number(partner.longitude),
        "population": partner.population,
        "population_year": partner.population_year,
        "population_source": partner.population_source or None,
        "wikidata": partner.wikidata_id or None,
        "website": partner.website or None,
        "kind": partnership.kind,
        "state": partnership.state,
        **values.dated("state_since", partnership.state_since),
        "summary": values.optional(partnership, "summary"),
        "introduction": values.rich(partnership, "introduction"),
        **values.topics(partnership.topics.all()),
        "entries": vars(partnership)["entries"],
        "agreements": [values.titled(each, absolute) for each in partnership.agreements.all()],
        "sources": values.sources(partnership.citations.all(), absolute),
        **values.imprint(partnership),
    }


def _number(given: Any) -> float | None:
    return None if given is None else float(given)


PARTNERSHIPS = Dataset(
    name="partnerships",
    segment=pgettext_lazy("address", "partnerships/"),
    title=_("Partnerships"),
    about=_("The partnerships of each home city: with whom, of what kind, in what state."),
    themes=("GOVE", "INTR"),
    model=Partnership,
    shape=PartnershipObject,
    filters=PartnershipFilter,
    records=_records,
    values=_values,
    landing="home",
)
