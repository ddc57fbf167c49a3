"""The published pages for search engines, each with its other languages and its last change.

An index leads to a sitemap for each kind of page, in pages of its own. A page to come is a line in
`FIXED`, or a sitemap in `SITEMAPS`; pages that aren't to be found by themselves stay out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, overload

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils.functional import cached_property

from events.addresses import chronicle_address, figures_address, timeline_address, year_address
from events.booklet.addresses import booklet_address
from events.models import Agreement, Event, Series, Source, YearNote
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.publishing.languages import in_each_language
from twinning.publishing.models import Publishable
from twinning.site.law.frame import own_pages

# Addresses in one sitemap, in whatever language: far below what the protocol allows (50,000).
LIMIT = 5000
# When what is public now last changed: when it was saved, or when it became public by a plan.
CHANGED = Greatest("updated_at", Coalesce("publish_at", "updated_at"))


class Spread(Sequence[tuple[Any, str]]):
    """Each item once a language; of a query set only the rows that are asked for are fetched."""

    def __init__(self, items: QuerySet[Any] | list[Any], languages: Sequence[str]) -> None:
        self.items, self.languages = items, languages

    @cached_property
    def _count(self) -> int:
        return self.items.count() if isinstance(self.items, QuerySet) else len(self.items)

    def __len__(self) -> int:
        return self._count * len(self.languages)

    @overload
    def __getitem__(self, index: int) -> tuple[Any, str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[Any, str]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, int):
            return self[index : index + 1][0]
        start, stop, _step = index.indices(len(self))
        number = len(self.languages)
        first, last = start // number, -(-stop // number)
        pairs = [(item, code) for item in self.items[first:last] for code in self.languages]
        return pairs[start - first * number : stop - first * number]

    def __iter__(self) -> Iterator[tuple[Any, str]]:
        return iter(self[:])


class TranslatedSitemap(Sitemap[Any]):
    i18n = True
    alternates = True
    limit = LIMIT

    def listed(self) -> QuerySet[Any] | list[Any]:
        """The things with a page, whatever the language."""
        raise NotImplementedError

    @cached_property
    def spread(self) -> Spread:
        return Spread(self.listed(), [code for code, _name in settings.LANGUAGES])

    def items(self) -> QuerySet[Any] | list[Any]:
        return self.spread.items

    def _items(self) -> Spread:
        return self.spread

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """With the source language as the default, as the pages themselves say.

        Django would take the language off the address, which leaves none that every reader finds.
        """
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            locations = {each["lang_code"]: each["location"] for each in url["alternates"]}
            default = {"location": locations[settings.LANGUAGE_CODE], "lang_code": "x-default"}
            url["alternates"].append(default)
        return urls


class RecordSitemap(TranslatedSitemap):
    """One page for each published record of a model."""

    def __init__(self, model: type[Publishable]) -> None:
        self.model = model

    def listed(self) -> QuerySet[Any]:
        columns = [*in_each_language("slug"), "updated_at", *self._dates()]
        published = self.model.objects.published()  # type: ignore[attr-defined]
        rows: QuerySet[Any] = published.only(*columns).annotate(changed=CHANGED).order_by("pk")
        return rows

    def _dates(self) -> list[str]:
        """An entry's address begins with its year."""
        return ["date", "date_earliest", "date_latest"] if self.model is Event else []

    def lastmod(self, item: Publishable) -> datetime:
        return vars(item)["changed"]  # type: ignore[no-any-return]

    def get_latest_lastmod(self) -> datetime | None:
        return last_change(self.model)


def last_change(model: type[Publishable]) -> datetime | None:
    """Of all that is public of a model."""
    published = model.objects.published()  # type: ignore[attr-defined]
    return published.aggregate(last=Max(CHANGED))["last"]  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a partnership or a home city."""

    address: Callable[[], str]
    changed: datetime | None


class PageSitemap(TranslatedSitemap):
    """Pages that tell several records: changed when the last of these was."""

    def location(self, item: Page) -> str:
        return item.address()

    def lastmod(self, item: Page) -> datetime | None:
        return item.changed


@dataclass(frozen=True, slots=True)
class Stretch:
    """A partnership's entries or notes of the same years, and when the last of them changed."""

    partnership: int
    first: int
    last: int
    changed: datetime
    is_entry: bool


def stretches() -> list[Stretch]:
    """All that is public, in two queries."""
    entries = Event.objects.published().filter(partnerships__isnull=False)
    of_entries = (
        entries.values_list("partnerships", "date_earliest__year", "date_latest__year")
        .annotate(changed=Max(CHANGED))
        .order_by()
    )
    notes = YearNote.objects.published().annotate(changed=CHANGED)
    of_notes = notes.values_list("partnership", "first_year", "last_year", "changed").order_by()
    found = [(of_entries, True), (of_notes, False)]
    return [
        Stretch(partnership, first, last, changed, is_entry)
        for rows, is_entry in found
        for partnership, first, last, changed in rows
    ]


def told_partnerships() -> dict[int, Partnership]:
    partnerships = Partnership.objects.published().with_places().annotate(changed=CHANGED)
    return {each.pk: each for each in partnerships.order_by("pk")}


class PartnershipSitemap(PageSitemap):
    """A partnership's own page shows how many entries each of its years has."""

    def listed(self) -> list[Page]:
        told = stretches()
        return [
            Page(self._address(each), _latest(each, told)) for each in told_partnerships().values()
        ]

    def _address(self, partnership: Partnership) -> Callable[[], str]:
        return partnership.get_absolute_url


class ChronicleSitemap(PartnershipSitemap):
    def _address(self, partnership: Partnership) -> Callable[[], str]:
        return partial(chronicle_address, partnership)


class TimelineSitemap(PageSitemap):
    """Partnerships with entries: pages that draw, count or print these."""

    def __init__(self, address: Callable[[Partnership], str]) -> None:
        self.address = address

    def listed(self) -> list[Page]:
        told = stretches()
        with_entries = {each.partnership for each in told if each.is_entry}
        return [
            Page(partial(self.address, each), _latest(each, told))
            for each in told_partnerships().values()
            if each.pk in with_entries
        ]


class YearSitemap(PageSitemap):
    """The years with entries; a year's page changes with what began earlier and reaches into it."""

    def listed(self) -> list[Page]:
        partnerships, told = told_partnerships(), stretches()
        years = {(each.partnership, each.first) for each in told if each.is_entry}
        return [
            Page(partial(year_address, partnerships[pk], year), _latest_in(pk, year, told))
            for pk, year in sorted(years)
            if pk in partnerships
        ]


class HomeSitemap(PageSitemap):
    """The home cities, with their partnerships and the number of entries of each."""

    def listed(self) -> list[Page]:
        partnerships, told = told_partnerships().values(), stretches()

        def of_home(home: Place) -> list[Partnership]:
            return [each for each in partnerships if each.home_id == home.pk]

        return [
            Page(
                home.get_absolute_url,
                max([home.updated_at, *(_latest(each, told) for each in of_home(home))]),
            )
            for home in Place.objects.homes().order_by("pk")
        ]


def _latest(partnership: Partnership, told: list[Stretch]) -> datetime:
    own = [each.changed for each in told if each.partnership == partnership.pk]
    latest: datetime = max([vars(partnership)["changed"], *own])
    return latest


def _latest_in(partnership: int, year: int, told: list[Stretch]) -> datetime:
    """Of what begins in the year, and of what comes from before and has an end."""
    return max(
        each.changed
        for each in told
        if each.partnership == partnership
        and (each.first == year or each.first < year <= each.last < date.max.year)
    )


# Pages at one address, with the models that they list.
FIXED: dict[str, tuple[type[Publishable], ...]] = {
    "home": (Event, Partnership),
    "comparison": (Event, Partnership),
    "organisations": (Organisation,),
    "people": (Person,),
    "agreements": (Agreement,),
    "series_list": (Series,),
    "networks": (Network,),
    "sources": (Source,),
    "site_map": (Partnership,),
    "data": (Event, Partnership, Organisation, Agreement, Source),
    "api_manual": (Event, Partnership, Organisation, Agreement, Source),
    "subscriptions": (Event, Partnership, Series),
}


class FixedSitemap(PageSitemap):
    def listed(self) -> list[Page]:
        named = {model for models in FIXED.values() for model in models}
        changes = {model: last_change(model) for model in named}
        pages = []
        for name, models in FIXED.items():
            known = [moment for model in models if (moment := changes[model])]
            pages.append(Page(partial(reverse, name), max(known, default=None)))
        return pages


class LawSitemap(PageSitemap):
    """The pages of the law, as far as they are published."""

    def listed(self) -> list[Page]:
        return [Page(partial(reverse, name), changed) for name, changed in own_pages()]


SITEMAP_SECTION = "sitemap_section"  # the name of their address
SITEMAPS: dict[str, Callable[[], TranslatedSitemap]] = {
    "fixed": FixedSitemap,
    "about": LawSitemap,
    "homes": HomeSitemap,
    "partnerships": PartnershipSitemap,
    "chronicles": ChronicleSitemap,
    "timelines": partial(TimelineSitemap, timeline_address),
    "figures": partial(TimelineSitemap, figures_address),
    "booklets": partial(TimelineSitemap, booklet_address),
    "years": YearSitemap,
    **{
        model._meta.model_name or "": partial(RecordSitemap, model)
        for model in (Event, Series, Organisation, Person, Network, Agreement, Source)
    },
}
