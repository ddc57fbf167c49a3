"""The published pages for search engines, each with its other languages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q, QuerySet
from django.urls import reverse

from events.addresses import chronicle_address, year_address
from events.models import Agreement, Event, Series, Source
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.publishing.models import Publishable, Status


class TranslatedSitemap(Sitemap[Any]):
    i18n = True
    alternates = True

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

    def items(self) -> QuerySet[Any]:
        return self.model.objects.published().order_by("pk")  # type: ignore[attr-defined,no-any-return]

    def lastmod(self, item: Publishable) -> datetime:
        return item.updated_at


class PartnershipSitemap(RecordSitemap):
    def items(self) -> QuerySet[Any]:
        return super().items().select_related("home", "partner")


class ChronicleSitemap(PartnershipSitemap):
    """The chronicles, which change with their entries."""

    def items(self) -> QuerySet[Any]:
        published = Q(events__status=Status.PUBLISHED)
        chronicles = super().items()
        return chronicles.annotate(  # type: ignore[no-any-return]
            changed=Max("events__updated_at", filter=published)
        )

    def lastmod(self, item: Publishable) -> datetime:
        return vars(item)["changed"] or item.updated_at

    def location(self, item: Partnership) -> str:
        return chronicle_address(item)


class YearSitemap(TranslatedSitemap):
    def items(self) -> list[tuple[Partnership, int, datetime]]:
        partnerships = Partnership.objects.published().select_related("home", "partner")
        by_pk = partnerships.in_bulk()
        rows = (
            Event.objects.published()
            .filter(partnerships__in=by_pk)
            .values_list("partnerships", "date_earliest__year")
            .annotate(changed=Max("updated_at"))
            .order_by("partnerships", "date_earliest__year")
        )
        return [(by_pk[pk], year, changed) for pk, year, changed in rows]

    def lastmod(self, item: tuple[Partnership, int, datetime]) -> datetime:
        return item[2]

    def location(self, item: tuple[Partnership, int, datetime]) -> str:
        partnership, year, _changed = item
        return year_address(partnership, year)


class PlaceSitemap(TranslatedSitemap):
    def items(self) -> QuerySet[Place]:
        return Place.objects.homes().order_by("pk")

    def lastmod(self, item: Place) -> datetime:
        return item.updated_at


class FixedSitemap(TranslatedSitemap):
    def items(self) -> Iterable[str]:
        return (
            "home", "organisations", "people", "agreements", "series_list", "networks", "sources",
            "data",
        )  # fmt: skip

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS: dict[str, Sitemap[Any]] = {
    "fixed": FixedSitemap(),
    "homes": PlaceSitemap(),
    "partnerships": PartnershipSitemap(Partnership),
    "chronicles": ChronicleSitemap(Partnership),
    "years": YearSitemap(),
    **{
        model._meta.model_name or "": RecordSitemap(model)
        for model in (Event, Series, Organisation, Person, Network, Agreement, Source)
    },
}
